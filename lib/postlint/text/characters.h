// Single characters of UTF-8 text, for stages that look beside a span.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace postlint {

// Letters and digits of any script. Offsets are bytes on code-point edges of valid UTF-8; outside
// the text there is none.
bool is_word_character_at(std::string_view text, std::uint32_t offset);
bool is_word_character_before(std::string_view text, std::uint32_t offset);

// The offset after the code point that `offset` lies in.
std::uint32_t next_code_point(std::string_view text, std::uint32_t offset);

// Bytes of the last `count` code points of a valid text, of all if there are fewer.
std::uint32_t size_of_last(std::uint32_t count, std::string_view text);

// How long a valid text is in UTF-16 units, as most channels count.
std::size_t utf16_size(std::string_view text);

}  // namespace postlint
