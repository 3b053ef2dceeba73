// The fast path of segmentation: UAX #29 for text in Latin letters. Private to the segmenter.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "postlint/text/segmenter.h"

namespace postlint {

// Buffers that are used again.
struct LatinScratch {
  std::vector<std::uint32_t> sentence_breaks;
};

// Appends the segments of one paragraph (a line with its line end), their places moved by `offset`.
// False if the paragraph holds a character outside the tables: then what was appended is worthless.
bool append_latin_segments(std::string_view paragraph, std::uint32_t offset, LatinScratch& scratch,
                           std::vector<Segment>& segments);

}  // namespace postlint
