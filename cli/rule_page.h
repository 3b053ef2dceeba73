// One rule explained: on a terminal, or as a page in Markdown.
#pragma once

#include <string>
#include <vector>

#include "postlint/eval/examples.h"
#include "postlint/linter.h"

namespace postlint::cli {

// What a page tells besides the rule itself.
struct RuleFacts {
  const Rule* rule = nullptr;
  std::vector<std::string> clauses;  // "twijs 3.2: Geen namen van leerlingen."
  RuleExamples examples;
};

// The clauses of all packs that rest on a rule, in the language asked for.
std::vector<std::string> clauses_of(const Linter& linter, const Rule& rule, Language language);

// For a terminal of `width` columns; the first examples alone.
std::string rule_page(const RuleFacts& facts, Language language, std::size_t width);

// In Markdown, with all examples.
std::string rule_page_in_markdown(const RuleFacts& facts, Language language);

}  // namespace postlint::cli
