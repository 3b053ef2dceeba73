// "Did you mean ...?": the known name that a mistyped one is nearest to.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace postlint {

// The nearest of `known` by edit distance (Damerau-Levenshtein: insert, delete, replace, swap
// neighbours), in bytes; empty if none is near enough to be meant (more than a third of the letters
// differ). The first of equals.
std::string nearest_name(std::string_view name, std::span<const std::string> known);
std::string nearest_name(std::string_view name, std::span<const std::string_view> known);

}  // namespace postlint
