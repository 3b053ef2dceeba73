// UTF-8, and what Windows programs write instead of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace postlint {

// Appends a code point; U+FFFD for a surrogate and for what is none.
void append_utf8(std::uint32_t code_point, std::string& out);

// Bytes of the code point that `text`, which is not empty, begins with; at most four, whatever
// follows.
std::size_t code_point_length(std::string_view text);

// True if all of it is well-formed UTF-8.
bool is_utf8(std::string_view text);

// The code point of a byte of windows-1252; the five undefined bytes are C1 controls, as the WHATWG
// Encoding Standard has it.
std::uint32_t windows_1252(unsigned char byte);

}  // namespace postlint
