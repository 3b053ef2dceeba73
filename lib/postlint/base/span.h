// Typed positions in text. Every offset in postlint counts bytes of UTF-8; lines, columns and
// UTF-16 units are made from them in reports alone (text/line_index.h).
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace postlint {

// A half-open range [begin, end) of bytes in one text. Both ends stand on code-point edges.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

  friend constexpr auto operator<=>(Span, Span) = default;
};

// A half-open range [begin, end) of tokens in one document.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }

  friend constexpr auto operator<=>(TokenRange, TokenRange) = default;
};

}  // namespace postlint
