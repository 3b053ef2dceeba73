#include "postlint/text/encoding.h"

#include <array>

#include <unicode/utf8.h>

#include "postlint/base/ascii.h"
#include "postlint/text/ascii_block.h"

namespace postlint {
namespace {

// Bytes 0x80 to 0x9F.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char tail_byte(std::uint32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); }

}  // namespace

std::size_t code_point_length(std::string_view text) {
  std::size_t length = 1;
  while (length < 4 && length < text.size() && is_continuation_byte(text[length])) {
    ++length;
  }
  return length;
}

void append_utf8(std::uint32_t code_point, std::string& out) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = 0xFFFD;
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  if (code_point < 0x800) {
    out += static_cast<char>(0xC0 | (code_point >> 6));
  } else {
    if (code_point < 0x10000) {
      out += static_cast<char>(0xE0 | (code_point >> 12));
    } else {
      out += static_cast<char>(0xF0 | (code_point >> 18));
      out += tail_byte(code_point >> 12);
    }
    out += tail_byte(code_point >> 6);
  }
  out += tail_byte(code_point);
}

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    if (size - at >= AsciiBlock::kSize &&
        AsciiBlock(text.substr(static_cast<std::size_t>(at), AsciiBlock::kSize), 0).high() == 0) {
      at += AsciiBlock::kSize;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::uint32_t windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
}

}  // namespace postlint
