// From rules as pattern files state them to the rule book.
#pragma once

#include <vector>

#include "postlint/base/result.h"
#include "postlint/detect/rule_book.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// Compiles rules into `book`, which holds the lexicon and may hold rules already; finish() is left
// to the caller. `additions` have patterns for rules of the book or of `specs`, by their id;
// nothing else of them counts. Errors, all at once: phrases and expressions that are wrong, unknown
// validators, dictionaries and entities (with the nearest name), a rule that the book has already,
// rules that refer to themselves in a circle.
Result<RuleBook> compile_rules(const std::vector<RuleSpec>& specs, RuleBook book,
                               const std::vector<RuleSpec>& additions = {});

}  // namespace postlint
