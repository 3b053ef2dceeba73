#include "postlint/text/display_width.h"

#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "postlint/text/graphemes.h"

namespace postlint {
namespace {

bool is_wide(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ||
         u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) != 0;
}

bool is_invisible(UChar32 c) {
  const int type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

// A cluster is as wide as its widest character; the selector for emoji makes it wide.
std::size_t width_of(std::string_view cluster) {
  constexpr UChar32 kEmojiSelector = 0xFE0F;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(cluster.data());
  std::size_t width = 0;
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(cluster.size());) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, static_cast<std::int64_t>(cluster.size()), c);
    if (is_wide(c) || c == kEmojiSelector) return 2;
    if (!is_invisible(c)) width = 1;
  }
  return width;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  const bool is_ascii = std::all_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (is_ascii) return text.size();
  std::size_t width = 0;
  for (const Grapheme& grapheme : graphemes(text)) width += width_of(grapheme.bytes);
  return width;
}

}  // namespace postlint
