// Single bytes of UTF-8 text, as far as ASCII and the encoding itself tell. Of char and unsigned
// char alike.
#pragma once

#include <algorithm>
#include <string_view>

namespace postlint {

template <typename Byte>
constexpr bool is_ascii_digit(Byte c) {
  return c >= '0' && c <= '9';
}
template <typename Byte>
constexpr bool is_ascii_upper(Byte c) {
  return c >= 'A' && c <= 'Z';
}
template <typename Byte>
constexpr bool is_ascii_lower(Byte c) {
  return c >= 'a' && c <= 'z';
}
template <typename Byte>
constexpr Byte to_ascii_lower(Byte c) {
  return is_ascii_upper(c) ? static_cast<Byte>(c + ('a' - 'A')) : c;
}
template <typename Byte>
constexpr Byte to_ascii_upper(Byte c) {
  return is_ascii_lower(c) ? static_cast<Byte>(c - ('a' - 'A')) : c;
}

// True of a byte that goes on with the code point of the byte before it.
template <typename Byte>
constexpr bool is_continuation_byte(Byte c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

inline bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_digit<char>);
}
// None at all is false.
inline bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit<char>);
}

}  // namespace postlint
