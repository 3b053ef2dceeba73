// Options of every subcommand that checks drafts: who posts where, and what counts as trouble.
#pragma once

#include <optional>
#include <string>

#include "config/options.h"

namespace postlint::cli {

// --role, --account, --channel, --audience, --protocol, --fail-on, and those of ConfigOptions.
class DraftOptions {
 public:
  void declare(CommandLine& line);

  // After parsing; reads all of them, so that every mistake is told at once. Nothing after a
  // complaint. What it gives makes the Setups (setup.h) that drafts are checked with.
  std::optional<ConfigRequest> read(const CommandLine& line) const;

 private:
  std::string fail_on_, role_, account_, channel_, audience_, protocol_;
  ConfigOptions config_;
};

}  // namespace postlint::cli
