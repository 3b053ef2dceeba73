#include "postlint/detect/rule_book.h"

namespace postlint {
namespace {

FeatureSpec features_of(const RuleBook& book) {
  FeatureSpec spec;
  const Lexicon& lexicon = book.lexicon;
  const DictionarySet meaning = lexicon.filling(WordRole::meaning);
  const DictionarySet persons = lexicon.filling(WordRole::person);
  const DictionarySet groups = lexicon.filling(WordRole::group);
  const DictionarySet proper = lexicon.filling({WordRole::first_name, WordRole::surname});
  for (std::size_t id = 0; id < lexicon.dictionary_names().size(); ++id) {
    const auto dictionary = static_cast<DictionaryId>(id);
    if (meaning[id]) spec.classes.push_back(dictionary);
    if (persons[id]) spec.persons.push_back(dictionary);
    if (groups[id]) spec.groups.push_back(dictionary);
    if (proper[id]) spec.proper.push_back(dictionary);
  }
  for (std::size_t rule = 0; rule < book.rules.size(); ++rule) {
    if (book.rules[rule].rule.identity == Identity::person)
      spec.masked.push_back(entity_of_rule(rule));
  }
  spec.finish(lexicon);
  return spec;
}

}  // namespace

void RuleBook::finish() {
  regexes.finish();
  features = features_of(*this);
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
