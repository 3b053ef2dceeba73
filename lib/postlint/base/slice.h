// A run of items in a table that holds the items of many: a phrase's anchors among all anchors, a
// pattern's lines among all lines.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace postlint {

template <typename T>
struct Slice {
  std::uint32_t offset = 0;
  std::uint32_t count = 0;

  bool empty() const { return count == 0; }
  std::span<const T> of(const std::vector<T>& table) const {
    return {table.data() + offset, count};
  }
  std::span<T> of(std::vector<T>& table) const { return {table.data() + offset, count}; }
};

// Appends `items` to `table`, and says where they lie.
template <typename T, typename Items>
Slice<T> append_slice(std::vector<T>& table, const Items& items) {
  const Slice<T> slice{static_cast<std::uint32_t>(table.size()),
                       static_cast<std::uint32_t>(items.size())};
  table.insert(table.end(), items.begin(), items.end());
  return slice;
}

}  // namespace postlint
