// What a draft still has to say under its protocol, and the shortest sentence that says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "postlint/base/language.h"
#include "postlint/fix/edit.h"
#include "postlint/linter.h"

namespace postlint {

struct StatementOptions {
  Language language = Language::nl;     // of the sentence
  std::vector<std::string> rules = {};  // the rules to satisfy, as in FixOptions; none: all
  CheckOptions check = {};
};

// What came of it. The draft misses nothing where `edit` and `missing` are both empty.
struct AddedStatement {
  std::optional<Edit> edit;          // what to insert, after the last word of the draft
  std::vector<std::string> missing;  // rules that stay unsatisfied for want of a fitting sentence
  std::uint32_t limit = 0;           // what the channel takes, where only room was wanting; else 0
};

// Sentences are those of the draft's pack, else of "general"; the draft with the sentence passes
// the rules, and keeps to what the channel takes. Tries the shortest first.
AddedStatement add_statement(const Draft& draft, const Linter& linter, Linter::Scratch& scratch,
                             const StatementOptions& options = {});

}  // namespace postlint
