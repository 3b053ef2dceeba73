// Options of every subcommand that reads the user's settings: which files count, and what the
// command line adds to them.
#pragma once

#include <string>
#include <vector>

#include "command_line.h"
#include "postlint/config/config_loader.h"

namespace postlint::cli {

// --config, --no-config, --patterns, --words, --protocol-file, --consent, --allow-file.
class ConfigOptions {
 public:
  void declare(CommandLine& line);

  // After parsing. `further`: what other options of the command set, by their names. Nothing after
  // a complaint about the environment.
  std::optional<ConfigRequest> request(std::vector<Entry> further, const CommandLine& line) const;

 private:
  std::string file_;
  bool none_ = false;
  std::vector<std::string> patterns_, words_, protocols_, consents_, allow_files_;
};

}  // namespace postlint::cli
