#include "postlint/base/nearest.h"

#include <algorithm>
#include <vector>

namespace postlint {
namespace {

// Optimal string alignment, three rows at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

template <typename Names>
std::string nearest(std::string_view name, const Names& known) {
  std::string best;
  std::size_t best_distance = name.size() / 3 + 1;
  for (const auto& candidate : known) {
    const std::size_t found = distance(name, candidate);
    if (found < best_distance || (found == best_distance && best.empty())) {
      best = std::string(candidate);
      best_distance = found;
    }
  }
  return best;
}

}  // namespace

std::string nearest_name(std::string_view name, std::span<const std::string> known) {
  return nearest(name, known);
}

std::string nearest_name(std::string_view name, std::span<const std::string_view> known) {
  return nearest(name, known);
}

}  // namespace postlint
