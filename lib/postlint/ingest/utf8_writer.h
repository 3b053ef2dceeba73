// Makes UTF-8 of what exports write in other ways.
#pragma once

#include <cstdint>
#include <string_view>

#include "postlint/ingest/mapped_text.h"
#include "postlint/text/encoding.h"

namespace postlint {

// Appends bytes of the source: as they are if they are UTF-8, else read as windows-1252.
void append_guessed(std::string_view bytes, std::uint64_t source, MappedText& out);

}  // namespace postlint
