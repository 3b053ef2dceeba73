// What is observed of a text in one pass over it, to rule out expressions that cannot match in it
// (detect/regex/needs.h).
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

#include "postlint/base/ascii.h"

namespace postlint {

using ByteSet = std::bitset<256>;

// Numbers of papers, plates and accounts are rows of these.
inline bool is_code_character(unsigned char c) {
  return is_ascii_digit(c) || is_ascii_upper(c) || c == '<';
}
class TextTraits {
 public:
  explicit TextTraits(std::string_view text);

  std::size_t size() const { return size_; }
  // A cluster is a row of code characters with at most kLongestGap other bytes between two. The
  // most code characters of a cluster, and the most digits of one.
  std::uint32_t codes() const { return codes_; }
  std::uint32_t digits() const { return digits_; }
  bool has_one_of(const ByteSet& bytes) const { return (present_ & bytes).any(); }
  // Letters that a small "k" or "s" means as well where case is ignored.
  bool has_odd_letters() const;
  // May be true of a literal that is not there. ASCII capitals count as small letters.
  bool may_hold(std::string_view literal) const;

  static constexpr std::uint32_t kLongestGap = 3;

 private:
  static constexpr std::size_t kPairs = 4096;
  static std::size_t pair(unsigned char first, unsigned char second);

  std::size_t size_;
  std::uint32_t codes_ = 0;
  std::uint32_t digits_ = 0;
  ByteSet present_;
  std::bitset<kPairs> pairs_;  // of neighbouring bytes, in small letters, hashed
};

}  // namespace postlint
