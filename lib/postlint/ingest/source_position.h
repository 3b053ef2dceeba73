// Where one is in a source that is read piece by piece.
#pragma once

#include <cstdint>
#include <string_view>

namespace postlint {

// As text/line_index.h counts, for sources of any size.
struct SourcePosition {
  std::uint64_t line = 1;    // from 1
  std::uint64_t column = 1;  // code points from 1
  std::uint64_t utf16 = 0;   // UTF-16 units from the start

  // Where one is after `piece`, which does not end inside a code point or between CR and LF.
  void advance(std::string_view piece);

  friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

}  // namespace postlint
