#include "postlint/text/offset_map.h"

#include <algorithm>
#include <cassert>

namespace postlint {

void OffsetMap::add_unit(Span derived, Span source) {
  assert(units_.empty() || units_.back().derived.end <= derived.begin);
  units_.push_back({derived, source});
}

Span OffsetMap::to_source(Span derived) const {
  if (units_.empty()) return derived;
  const std::uint32_t begin = source_begin(derived.begin);
  return {begin, derived.empty() ? begin : source_end(derived.end)};
}

// The last unit that begins at or before the offset decides: the offset lies in it, or in what was
// copied after it. Of what was dropped right before a span, nothing belongs to it.
std::uint32_t OffsetMap::source_begin(std::uint32_t derived) const {
  const auto behind =
      std::upper_bound(units_.begin(), units_.end(), derived,
                       [](std::uint32_t at, const Unit& unit) { return at < unit.derived.begin; });
  if (behind == units_.begin()) return derived;
  const Unit& unit = *std::prev(behind);
  if (derived < unit.derived.end) return unit.source.begin;
  return unit.source.end + (derived - unit.derived.end);
}

// The same for an end: the last unit that begins before it.
std::uint32_t OffsetMap::source_end(std::uint32_t derived) const {
  const auto at = std::lower_bound(
      units_.begin(), units_.end(), derived,
      [](const Unit& unit, std::uint32_t end) { return unit.derived.begin < end; });
  if (at == units_.begin()) return derived;
  const Unit& unit = *std::prev(at);
  if (derived <= unit.derived.end) return unit.source.end;
  return unit.source.end + (derived - unit.derived.end);
}

}  // namespace postlint
