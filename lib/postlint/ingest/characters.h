// The invisible characters and the many spaces that chat programs put into their exports.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postlint {

// Length of the direction mark, zero-width space, word joiner or byte-order mark that `text` begins
// with; 0 if it begins with none.
inline std::size_t mark_length(std::string_view text) {
  if (text.size() < 3) return 0;
  const unsigned char first = static_cast<unsigned char>(text[0]),
                      second = static_cast<unsigned char>(text[1]),
                      third = static_cast<unsigned char>(text[2]);
  if (first == 0xEF) return second == 0xBB && third == 0xBF ? 3 : 0;
  if (first != 0xE2) return 0;
  if (second == 0x80) {
    const bool mark =
        third == 0x8B || third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
    return mark ? 3 : 0;
  }
  return second == 0x81 && (third == 0xA0 || (third >= 0xA6 && third <= 0xA9)) ? 3 : 0;
}

// Length of the space or tab that `text` begins with, of any width (U+00A0, U+202F, ...); else 0.
inline std::size_t space_length(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || text[0] == '\t') return 1;
  if (text.size() >= 2 && static_cast<unsigned char>(text[0]) == 0xC2)
    return static_cast<unsigned char>(text[1]) == 0xA0 ? 2 : 0;
  if (text.size() < 3 || static_cast<unsigned char>(text[0]) != 0xE2 ||
      static_cast<unsigned char>(text[1]) != 0x80)
    return 0;
  const unsigned char third = static_cast<unsigned char>(text[2]);
  return third == 0x87 || third == 0x89 || third == 0x8A || third == 0xAF ? 3 : 0;
}

// Without marks and spaces at both ends.
std::string_view trim(std::string_view text);

// For comparing with phrases: no marks, every space as ' ', none at the ends, ASCII letters small.
std::string plain(std::string_view text);

// True if `text` ends with `end`; ASCII letters of any case.
bool ends_with_any_case(std::string_view text, std::string_view end);

}  // namespace postlint
