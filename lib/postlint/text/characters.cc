#include "postlint/text/characters.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "postlint/base/ascii.h"

namespace postlint {
namespace {

bool is_ascii_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_word_character_at(std::string_view text, std::uint32_t offset) {
  if (offset >= text.size()) return false;
  if (static_cast<unsigned char>(text[offset]) < 0x80) return is_ascii_word_character(text[offset]);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int64_t>(offset);
  UChar32 character = 0;
  U8_NEXT(bytes, at, static_cast<std::int64_t>(text.size()), character);
  return character >= 0 && u_isalnum(character) != 0;
}

bool is_word_character_before(std::string_view text, std::uint32_t offset) {
  if (offset == 0 || offset > text.size()) return false;
  std::uint32_t start = offset - 1;
  while (start > 0 && is_continuation_byte(text[start])) --start;
  return is_word_character_at(text, start);
}

std::uint32_t next_code_point(std::string_view text, std::uint32_t offset) {
  ++offset;
  while (offset < text.size() && is_continuation_byte(text[offset])) ++offset;
  return offset;
}

// One for each code point, and one more for those of four bytes, which lie beyond U+FFFF.
std::uint32_t size_of_last(std::uint32_t count, std::string_view text) {
  std::size_t begin = text.size();
  for (; count > 0 && begin > 0; --count) {
    --begin;
    while (begin > 0 && is_continuation_byte(text[begin])) --begin;
  }
  return static_cast<std::uint32_t>(text.size() - begin);
}

std::size_t utf16_size(std::string_view text) {
  std::size_t size = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    size += (is_continuation_byte(byte) ? 0U : 1U) + (byte >= 0xF0 ? 1U : 0U);
  }
  return size;
}

}  // namespace postlint
