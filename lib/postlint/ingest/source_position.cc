#include "postlint/ingest/source_position.h"

#include <algorithm>

#include "postlint/base/ascii.h"
#include "postlint/ingest/utf8_writer.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

// Lines end at LF, CR, and CR LF.
std::uint64_t count_line_ends(std::string_view text) {
  std::uint64_t ends = 0;
  for (const char c : text) ends += c == '\n' ? 1 : 0;
  for (std::size_t cr = text.find('\r'); cr != std::string_view::npos;
       cr = text.find('\r', cr + 1)) {
    if (cr + 1 == text.size() || text[cr + 1] != '\n') ++ends;
  }
  return ends;
}

bool begins_code_point(char c) { return !is_continuation_byte(c); }

// Of valid UTF-8: a code point outside the BMP, of four bytes, takes two units.
std::uint64_t count_utf16(std::string_view text) {
  std::uint64_t units = 0;
  for (const char c : text) {
    units += begins_code_point(c) ? 1 : 0;
    units += static_cast<unsigned char>(c) >= 0xF0 ? 1 : 0;
  }
  return units;
}

void advance_by_index(std::string_view piece, SourcePosition& position) {
  const Position end = LineIndex(piece).position(static_cast<std::uint32_t>(piece.size()));
  position.column = end.line == 1 ? position.column + end.column - 1 : end.column;
  position.line += end.line - 1;
  position.utf16 += end.utf16;
}

}  // namespace

void SourcePosition::advance(std::string_view piece) {
  if (!is_utf8(piece)) return advance_by_index(piece, *this);
  line += count_line_ends(piece);
  utf16 += count_utf16(piece);
  const std::size_t last_end = piece.find_last_of("\r\n");
  if (last_end != std::string_view::npos) {
    column = 1;
    piece.remove_prefix(last_end + 1);
  }
  column +=
      static_cast<std::uint64_t>(std::count_if(piece.begin(), piece.end(), begins_code_point));
}

}  // namespace postlint
