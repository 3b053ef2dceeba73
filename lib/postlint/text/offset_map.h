// The way back from a text we made (repaired, normalised, folded) to the text it was made from.
#pragma once

#include <cstdint>
#include <vector>

#include "postlint/base/span.h"

namespace postlint {

// Maps byte offsets of a derived text to byte offsets of its source. The derived text is cut into
// units, each made from one stretch of the source; between units that differ, stretches that were
// copied byte for byte cost nothing. A span of the derived text maps to the smallest span of the
// source that holds all units it touches, so it always lies on code-point edges of the source.
//
// Built left to right; immutable afterwards and then safe to share between threads.
class OffsetMap {
 public:
  // Says that derived[d.begin, d.end) was made from source[s.begin, s.end) as one unit. Either side
  // may be empty (something dropped, something added). Units come in order and do not overlap;
  // what lies between two of them was copied and has the same length on both sides.
  void add_unit(Span derived, Span source);

  // True if nothing was changed: offsets are the same on both sides.
  bool is_identity() const { return units_.empty(); }

  // Precondition: span lies inside the derived text.
  Span to_source(Span derived) const;

  void clear() { units_.clear(); }

 private:
  struct Unit {
    Span derived;
    Span source;
  };
  std::uint32_t source_begin(std::uint32_t derived) const;
  std::uint32_t source_end(std::uint32_t derived) const;

  std::vector<Unit> units_;
};

}  // namespace postlint
