#include "postlint/detect/regex/text_traits.h"

#include <algorithm>

namespace postlint {

TextTraits::TextTraits(std::string_view text) : size_(text.size()) {
  std::uint32_t codes = 0;
  std::uint32_t digits = 0;
  std::uint32_t gap = 0;
  unsigned char last = 0;
  for (const char it : text) {
    const auto c = static_cast<unsigned char>(it);
    present_.set(c);
    pairs_.set(pair(last, to_ascii_lower(c)));
    last = to_ascii_lower(c);
    if (!is_code_character(c)) {
      ++gap;
      continue;
    }
    if (gap > kLongestGap) codes = digits = 0;
    gap = 0;
    codes_ = std::max(codes_, ++codes);
    if (is_ascii_digit(c)) digits_ = std::max(digits_, ++digits);
  }
}

// The long s and the Kelvin sign, which count as letters of ASCII where case is ignored.
bool TextTraits::has_odd_letters() const {
  return (present_[0xC5] && present_[0xBF]) || (present_[0xE2] && present_[0x84] && present_[0xAA]);
}

bool TextTraits::may_hold(std::string_view literal) const {
  for (std::size_t i = 1; i < literal.size(); ++i) {
    if (!pairs_[pair(static_cast<unsigned char>(literal[i - 1]),
                     static_cast<unsigned char>(literal[i]))])
      return false;
  }
  return true;
}

std::size_t TextTraits::pair(unsigned char first, unsigned char second) {
  return (first * 67U + second) % kPairs;
}

}  // namespace postlint
