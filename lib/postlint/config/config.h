// All settings that hold for the drafts of one folder, layer upon layer.
//
//   ConfigLoader loader(request);
//   const LoadedConfig& found = loader.for_folder("/home/noor/school");
//   ... a linter is loaded with found.config->values("patterns"), then
//   Errors errors = found.config->check(names);
//   Settings settings = found.config->settings("/home/noor/school/brief.txt", {}, names);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/config/layer.h"
#include "postlint/config/settings.h"

namespace postlint {

// Immutable, safe to share between threads.
//
// A layer above has the last word on a single value; lists (patterns, ignore, ...) add up. Within a
// layer "conduct/insult" wins over "conduct/*", and an override that fits over what stands outside;
// of several overrides the last.
class Config {
 public:
  // From the lowest: the system's file, the user's, those of the folders from the outermost in, the
  // environment, the options.
  explicit Config(std::vector<Layer> layers) : layers_(std::move(layers)) {}

  const std::vector<Layer>& layers() const { return layers_; }

  // What counts for the draft in `path` (absolute; empty: in no file), from the lowest layer: each
  // single value once, of a list each item. `channel`: of the draft itself, which wins over the
  // configured one; unknown: that one, else `likely`, what the draft's format suggests.
  std::vector<Entry> entries(std::string_view path, Channel channel = Channel::unknown,
                             Channel likely = Channel::unknown) const;
  // The values of a key that no override can change: "patterns".
  std::vector<std::string> values(std::string_view key) const;

  // What only the rules can tell, in overrides too: config.unknown-rule, toml.unknown-value (of a
  // protocol), config.locked, config.no-words.
  Errors check(const KnownNames& names) const;

  // What may stand: [organisation] and [[allow]] of all layers, those of a register of consents,
  // and of --allow-file. What is wrong with those files, or with the rules that entries name, goes
  // to `errors`.
  SuppressionEntries suppressions(const KnownNames& names, Errors& errors) const;

  // The same as settings, for the linter whose names these are.
  Settings settings(std::string_view path, const KnownNames& names,
                    Channel channel = Channel::unknown, Channel likely = Channel::unknown) const;

 private:
  std::vector<Layer> layers_;
};

}  // namespace postlint
