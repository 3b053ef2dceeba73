#include "postlint/lexicon/roles.h"

#include <algorithm>
#include <array>

namespace postlint {
namespace {

constexpr std::array<std::string_view, kWordRoles> kNames = {
    "ordinary-word",     "common-word",     "abbreviation",  "first-name",
    "surname",           "staff-title",     "picture",       "group",
    "misspelt",          "masked",          "joint",         "weighty",
    "abusive-prefix",    "curse-prefix",    "abusive-head",  "cursed-group",
    "innocent-compound", "reads-as-insult", "reads-as-slur", "reads-as-curse",
    "meaning",           "person"};

}  // namespace

std::span<const std::string_view> word_role_names() { return kNames; }

std::string_view name_of(WordRole role) { return kNames[static_cast<std::size_t>(role)]; }

std::optional<WordRole> word_role_from(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<WordRole>(found - kNames.begin());
}

}  // namespace postlint
