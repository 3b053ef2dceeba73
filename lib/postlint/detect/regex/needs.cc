#include "postlint/detect/regex/needs.h"

#include <algorithm>
#include <utility>

#include "postlint/detect/regex/reader.h"

namespace postlint {

RegexNeeds needs_of(std::string_view expression) {
  auto part = read_regex(expression);
  if (!part) return {};
  return {part->size, part->best_codes, part->best_digits, std::move(part->sets),
          std::move(part->literals)};
}

bool RegexNeeds::are_met_by(const TextTraits& text) const {
  if (text.has_odd_letters()) return true;
  if (digits > text.digits() || codes > text.codes() || size > text.size()) return false;
  const bool has_sets = std::all_of(sets.begin(), sets.end(),
                                    [&](const ByteSet& set) { return text.has_one_of(set); });
  return has_sets && (literals.empty() || std::any_of(literals.begin(), literals.end(),
                                                      [&](const std::string& literal) {
                                                        return text.may_hold(literal);
                                                      }));
}

}  // namespace postlint
