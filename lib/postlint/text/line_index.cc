#include "postlint/text/line_index.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>

namespace postlint {
namespace {

// Calls visit(begin, end, code point) for each character of text[from, to); an invalid sequence is
// one character, U+FFFD.
template <typename Visit>
void for_each_character(std::string_view text, std::uint32_t from, std::uint32_t to, Visit visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (auto at = static_cast<std::int64_t>(from); at < static_cast<std::int64_t>(to);) {
    const auto begin = static_cast<std::uint32_t>(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, static_cast<std::int64_t>(text.size()), c);
    visit(begin, static_cast<std::uint32_t>(at), c);
  }
}

std::uint32_t utf16_length(UChar32 c) { return c > 0xFFFF ? 2 : 1; }

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{{0, 0}} {
  std::uint32_t utf16 = 0;
  for_each_character(text, 0, static_cast<std::uint32_t>(text.size()),
                     [&](std::uint32_t, std::uint32_t end, UChar32 c) {
                       utf16 += utf16_length(c);
                       const bool before_line_feed = c == '\r' && end < text.size() && text[end] == '\n';
                       if (c == '\n' || (c == '\r' && !before_line_feed)) starts_.push_back({end, utf16});
                     });
}

Position LineIndex::position(std::uint32_t offset) const {
  assert(offset <= text_.size());
  const auto behind = std::upper_bound(starts_.begin(), starts_.end(), offset,
                                       [](std::uint32_t at, const Start& start) { return at < start.byte; });
  const Start& start = *std::prev(behind);
  Position position{static_cast<std::uint32_t>(behind - starts_.begin()), 1, start.utf16};
  for_each_character(text_, start.byte, offset, [&](std::uint32_t, std::uint32_t end, UChar32 c) {
    if (end > offset) return;
    ++position.column;
    position.utf16 += utf16_length(c);
  });
  return position;
}

std::string_view LineIndex::line(std::uint32_t line) const {
  const std::uint32_t begin = starts_[line - 1].byte;
  std::string_view content = text_.substr(begin, line < starts_.size() ? starts_[line].byte - begin : std::string_view::npos);
  while (!content.empty() && (content.back() == '\n' || content.back() == '\r')) content.remove_suffix(1);
  return content;
}

std::uint32_t LineIndex::line_start(std::uint32_t line) const { return starts_[line - 1].byte; }

std::uint32_t LineIndex::line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

}  // namespace postlint
