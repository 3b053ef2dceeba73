// What every match of a part of an expression is and holds: the sums by which the needs of a whole
// expression (detect/regex/needs.h) are found from its parts. Of each only what surely holds is
// known; what an expression may leave out counts for nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "postlint/detect/regex/text_traits.h"

namespace postlint {

struct RegexPart {
  std::size_t size = 0;       // bytes, at least
  std::uint32_t longest = 0;  // bytes, at most; kTooLong stands for more as well
  // Its code characters are one cluster; without any it is a gap.
  bool is_cluster = true;
  std::uint32_t codes = 0;       // of the cluster, at least
  std::uint32_t digits = 0;      // among them
  std::uint32_t before = 0;      // bytes before its first code character, at most
  std::uint32_t behind = 0;      // bytes after its last
  std::uint32_t best_codes = 0;  // of the largest cluster anywhere in it
  std::uint32_t best_digits = 0;
  std::vector<ByteSet> sets;          // a byte of each
  std::vector<std::string> literals;  // one of these; none: whatever
  std::optional<std::string> exact;   // all that it matches, in small letters
};

// Stands for "whatever many times".
constexpr std::uint32_t kNoLimit = 0xFFFF'FFFF;

// An assertion, which matches no byte.
RegexPart match_nothing();
// One character that starts with one of the bytes; wide: of perhaps more bytes than one.
RegexPart match_one_of(const ByteSet& bytes, bool is_wide);
// Either of two.
RegexPart match_either(const RegexPart& a, const RegexPart& b);
// One part `least` to `most` times.
RegexPart match_repeated(RegexPart part, std::uint32_t least, std::uint32_t most);

// Parts one after the other.
class RegexRow {
 public:
  void add(const RegexPart& part);
  RegexPart take();

 private:
  void add_literal(const RegexPart& part);
  void add_gap(std::uint32_t longest);
  void add_cluster(const RegexPart& part);
  void end_cluster();

  RegexPart whole_;
  std::string literal_;  // put together from exact parts in a row
  bool is_exact_ = true;
};

}  // namespace postlint
