// Fixes the drafts of one call of `postlint fix`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command_line.h"
#include "draft_options.h"
#include "postlint/fix/pseudonyms.h"
#include "setup.h"

namespace postlint::cli {

struct FixCommand {
  DraftOptions draft;
  std::vector<std::string> rules;
  bool pseudonyms = false;
  std::string key_file;
  bool add_statement = false;
  bool diff = false;
  bool in_place = false;
  std::vector<std::string> files;
};

struct FixOutcome {
  std::string output;  // the fixed text, or the differences
  int status;          // of the program
};

// Reads, fixes and, with --in-place, writes back each file. Complaints and what could not be fixed
// go to standard error.
FixOutcome fix_all(const FixCommand& command, const CommandLine& line, Setups& setups,
                   std::optional<Pseudonyms> pseudonyms);

}  // namespace postlint::cli
