// Makes UTF-8 of what exports write in other ways.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "postlint/ingest/mapped_text.h"

namespace postlint {

// Appends a code point; U+FFFD for a surrogate and for what is none.
void append_utf8(std::uint32_t code_point, std::string& out);

// True if all of it is well-formed UTF-8.
bool is_utf8(std::string_view text);

// The code point of a byte of windows-1252; the five undefined bytes are C1 controls, as the WHATWG
// Encoding Standard has it.
std::uint32_t windows_1252(unsigned char byte);

// Appends bytes of the source: as they are if they are UTF-8, else read as windows-1252.
void append_guessed(std::string_view bytes, std::uint64_t source, MappedText& out);

}  // namespace postlint
