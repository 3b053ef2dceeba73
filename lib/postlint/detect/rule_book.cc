#include "postlint/detect/rule_book.h"

namespace postlint {

void RuleBook::finish() {
  regexes.finish();
  learned.finish(lexicon);
  words = WordKnowledge(lexicon);
  anchors = AnchorIndex(phrases, lexicon);
  steps = PatternIndex(rules, order, anchors, phrases.groups.size(), regexes.size());
  for (CompiledRule& rule : rules) {
    for (CompiledPattern& pattern : rule.patterns) {
      pattern.validator = find_validator(pattern.validator_name);
      if (pattern.kind == PatternKind::names) pattern.names.finish(lexicon);
    }
  }
}

}  // namespace postlint
