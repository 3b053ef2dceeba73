// Takes out of a draft what had better not go out: each finding whose rule has a mask is replaced
// by that mask, "[BSN]", or by a pseudonym, "[NAAM-1]".
//
// The promises, each held by tests over all posts and by a fuzzer:
//   - every byte outside the findings stays as it is: line ends, byte order mark, invalid UTF-8;
//   - the fixed text has no finding of the fixed rules left;
//   - fixing it again changes nothing.
#pragma once

#include <string>
#include <vector>

#include "postlint/fix/edit.h"
#include "postlint/fix/pseudonyms.h"
#include "postlint/linter.h"

namespace postlint {

struct FixOptions {
  std::vector<std::string> rules = {};  // "personal-data/bsn", "personal-data/*"; none: all
  // Labels instead of bare masks, for rules that have a pseudonym; null: bare masks. Kept by the
  // caller for all drafts of a run.
  Pseudonyms* pseudonyms = nullptr;
  CheckOptions check = {};
};

struct Fixed {
  std::string text;         // the draft, fixed
  std::vector<Edit> edits;  // what was done to the draft, by position
  Report report;            // of the fixed text: what is left
  // False if masks kept bringing up something new to mask, more often than in any honest text, or
  // made the text too large. The text then is the draft's own.
  bool complete = true;
};

// Fixes one draft. Safe to call from many threads, each with a scratch and pseudonyms of its own.
Fixed fix(const Draft& draft, const Linter& linter, Linter::Scratch& scratch,
          const FixOptions& options = {});

}  // namespace postlint
