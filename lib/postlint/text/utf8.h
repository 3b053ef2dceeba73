// Reading valid UTF-8 (The Unicode Standard, chapter 3.9, table 3-6). Private to text/.
#pragma once

#include <cstdint>
#include <string_view>

#include "postlint/base/ascii.h"

namespace postlint {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes
};

// Precondition: `at` is a code-point edge inside `text`, and `text` is valid.
inline CodePoint code_point_at(std::string_view text, std::uint32_t at) {
  const auto byte = [&](std::uint32_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

// The code point that ends at `at`. Precondition: `at` is a code-point edge greater than 0.
inline CodePoint code_point_before(std::string_view text, std::uint32_t at) {
  do {
    --at;
  } while (is_continuation_byte(text[at]));
  return code_point_at(text, at);
}

}  // namespace postlint
