// Parts of a text that was itself made of a source: the way back leads through both.
#pragma once

#include <string_view>

#include "postlint/base/span.h"
#include "postlint/ingest/mapped_text.h"

namespace postlint {

// Appends `made`, which was made of the stretch `place` of `from`: character by character where
// that had to be decoded, in one piece where it stands in the source as it is. An empty place: it
// was made of nothing.
void append_through(const MappedText& from, std::string_view made, Span place, MappedText& out);

// Appends a stretch as it is.
inline void append_stretch(const MappedText& from, Span place, MappedText& out) {
  append_through(from, place.of(from.text()), place, out);
}

}  // namespace postlint
