#include "postlint/detect/pattern_index.h"

#include <bit>

#include "postlint/detect/compiled_rule.h"

namespace postlint {

std::uint32_t StepSet::next(std::uint32_t from, const StepSet& other) const {
  std::uint64_t from_here = ~std::uint64_t{0} << from % 64;
  for (std::size_t word = from / 64; word < bits_.size(); ++word) {
    const std::uint64_t both = bits_[word] & other.bits_[word] & from_here;
    if (both != 0)
      return static_cast<std::uint32_t>(word * 64) +
             static_cast<std::uint32_t>(std::countr_zero(both));
    from_here = ~std::uint64_t{0};
  }
  return kNone;
}

PatternIndex::PatternIndex(const std::vector<CompiledRule>& rules,
                           const std::vector<std::uint32_t>& order, const AnchorIndex& anchors,
                           std::size_t groups, std::size_t regexes)
    : of_group_(groups), of_regex_(regexes), of_entity_(rules.size() + 1) {
  for (const std::uint32_t rule : order) {
    for (std::uint32_t i = 0; i < rules[rule].patterns.size(); ++i) steps_.push_back({rule, i});
  }
  always_ = StepSet(steps_.size());
  for (std::uint32_t i = 0; i < steps_.size(); ++i) add(i, rules, anchors);
}

void PatternIndex::add(std::uint32_t number, const std::vector<CompiledRule>& rules,
                       const AnchorIndex& anchors) {
  const CompiledPattern& pattern = rules[steps_[number].rule].patterns[steps_[number].pattern];
  switch (pattern.kind) {
    case PatternKind::regex:
      for (const std::uint32_t regex : pattern.regexes) of_regex_[regex].push_back(number);
      break;
    case PatternKind::words:
    case PatternKind::phrase:
      add_group(number, pattern.group, anchors);
      break;
    case PatternKind::absence:  // every trigger must be there: one stands for all
      if (pattern.triggers.empty()) {
        always_.add(number);
      } else {
        add_group(number, pattern.triggers.front(), anchors);
      }
      break;
    case PatternKind::names:
    case PatternKind::length:
      always_.add(number);
      break;
    case PatternKind::learned:  // asked for by nobody: it judges what the others found
      break;
  }
}

void PatternIndex::add_group(std::uint32_t number, std::uint32_t group,
                             const AnchorIndex& anchors) {
  of_group_[group].push_back(number);
  for (const EntityAnchor& anchor : anchors.entity_anchors(group))
    of_entity_[anchor.entity].push_back(number);
}

StepSet PatternIndex::holding_in(const Context& context,
                                 const std::vector<CompiledRule>& rules) const {
  StepSet holding(steps_.size());
  for (std::uint32_t i = 0; i < steps_.size(); ++i) {
    if (rules[steps_[i].rule].patterns[steps_[i].pattern].when.holds_in(context)) holding.add(i);
  }
  return holding;
}

}  // namespace postlint
