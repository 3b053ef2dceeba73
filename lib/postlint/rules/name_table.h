// Enums and the names that users write for them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

namespace postlint {

// `names` holds the names of the enumerators from `First` on, in their order.
template <typename Enum, Enum First>
std::string_view name_in(std::span<const std::string_view> names, Enum value) {
  return names[static_cast<std::size_t>(value) - static_cast<std::size_t>(First)];
}

template <typename Enum, Enum First>
std::optional<Enum> value_in(std::span<const std::string_view> names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  const auto index = static_cast<std::size_t>(std::distance(names.begin(), found));
  return static_cast<Enum>(index + static_cast<std::size_t>(First));
}

}  // namespace postlint
