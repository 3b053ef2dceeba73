// The files that a linter is made of: where they are, and what is in them. Private to the library.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "postlint/load/archive.h"
#include "postlint/load/options.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// Reads everything that LoadOptions name, and gathers what is wrong with any of it.
class DataFiles {
 public:
  // Both must outlive this. With `bytes` the compiled data are theirs; without, the files of the
  // data directory.
  explicit DataFiles(const LoadOptions& options, const DataBytes* bytes = nullptr);

  // The compiled rules and protocols with their lexicon and the user's own lists and rules; ready
  // to run. Nothing if there were errors.
  std::optional<Archived> load();
  // The same for whoever is about to make a model of what they learn.
  std::optional<Archived> load_without_model();
  // The pattern sets in their source form, the built-in ones too: for their examples.
  std::vector<RuleSpec> sources();

  // So far, in the order of the calls.
  std::vector<Error>& errors() { return errors_; }

 private:
  std::optional<Archived> built_in();
  void add_model(Archived& archived);
  void add_word_lists(Lexicon& lexicon);
  // The user's packs, held against all rules and packs that there are.
  ProtocolPacks own_protocols(const Archived& built_in, const std::vector<RuleSpec>& own_rules);
  // The user's words as patterns of the rules they are for.
  std::vector<RuleSpec> additions() const;
  std::vector<RuleSpec> rules_in(const std::vector<std::string>& paths);
  void fail(const Errors& errors) { errors_.insert(errors_.end(), errors.begin(), errors.end()); }

  const LoadOptions& options_;
  const DataBytes* bytes_;
  std::filesystem::path folder_;
  std::vector<Error> errors_;
};

// The .toml files below a folder, by name; protocol packs, which are no rules, lie in "protocols".
std::vector<std::string> pattern_paths(const std::filesystem::path& folder);

// Reads pattern files whole; what cannot be read is appended to `errors`.
std::vector<PatternFile> read_pattern_files(const std::vector<std::string>& paths, Errors& errors);

}  // namespace postlint
