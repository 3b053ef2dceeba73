// What a draft is checked with: the linter and the settings of the folder it lies in.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands.h"
#include "config/options.h"
#include "postlint/config/config_loader.h"
#include "postlint/linter.h"
#include "postlint/suppress/may_stand.h"
#include "postlint/suppress/suppressions.h"

namespace postlint::cli {

// Valid as long as the Setups that made it.
struct Setup {
  const Linter* linter = nullptr;
  Linter::Scratch* scratch = nullptr;  // of one thread
  const Config* config = nullptr;
  const KnownNames* names = nullptr;
  const Suppressions* suppressions = nullptr;  // what may stand in texts from elsewhere

  // For the draft in `file`, a path or "-"; see Config.
  std::vector<Entry> entries(const std::string& file) const;
  Settings settings(const std::string& file, Channel channel = Channel::unknown,
                    Channel likely = Channel::unknown) const;
  // Rules of that draft that neither settings nor its protocol let anybody lift.
  std::vector<std::string> locked_rules(const std::string& file) const;
};

// Reads each file of settings once, and loads one linter for each set of pattern files, word lists
// and words of the user's own. Not thread-safe.
class Setups {
 public:
  Setups(ConfigRequest request, Language language);

  // For drafts in `folder` ("": the working directory). Nothing after a complaint, which is made
  // once.
  std::optional<Setup> for_folder(const std::string& folder);
  // For the draft in `file`, a path or "-".
  std::optional<Setup> for_file(const std::string& file);

  // What may stand in the draft in `file`, a path or "-", that is its author's own
  // (suppress/may_stand.h). Null after a complaint about its side file. Valid as long as this.
  const Suppressions* may_stand(const Setup& setup, const std::string& file);

 private:
  // A linter in use.
  struct Loaded {
    LoadOptions options;
    std::unique_ptr<const Linter> linter;  // null if it could not be loaded
    std::unique_ptr<Linter::Scratch> scratch;
    KnownNames names;
  };
  Loaded& load(const Config& config);
  // What settings say may stand, and what is wrong with it.
  struct Lifting {
    Suppressions suppressions;
    Errors errors;
  };
  const Lifting& lifting_of(const Config& config, const KnownNames& names);
  void complain_once(const Errors& errors);

  ConfigLoader loader_;
  Language language_;
  std::list<Loaded> loaded_;
  std::map<const Config*, Lifting> lifting_;
  std::list<Suppressions> of_files_;
  Errors told_;
};

// What it takes to load the linter of a configuration.
LoadOptions load_options(const Config& config);
// For the working directory, whose own rules, words and protocols are like all others. Nothing
// after complaints about its settings.
std::optional<LoadOptions> load_options_here(const ConfigOptions& config, const CommandLine& line);

// True if these findings make the status 1.
bool fails(FailOn fail_on, const std::vector<Finding>& findings);
// Findings of at least this severity do; with FailOn::never nothing does.
Severity least_that_fails(FailOn fail_on);

}  // namespace postlint::cli
