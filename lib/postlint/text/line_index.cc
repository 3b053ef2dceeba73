#include "postlint/text/line_index.h"

#include <algorithm>
#include <cassert>

#include <unicode/utf8.h>

namespace postlint {
namespace {

constexpr std::uint32_t kCheckpointDistance = 4096;  // bytes

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

LineIndex::LineIndex(std::string_view text) : text_(text), line_starts_{0}, checkpoints_{{0, {}}} {
  Position here;
  for_each_character(text, 0, static_cast<std::uint32_t>(text.size()),
                     [&](std::uint32_t, std::uint32_t end, UChar32 c) {
                       here.utf16 += utf16_length(c);
                       ++here.column;
                       const bool before_line_feed =
                           c == '\r' && end < text.size() && text[end] == '\n';
                       const bool ends_line = c == '\n' || (c == '\r' && !before_line_feed);
                       if (ends_line) {
                         here = {here.line + 1, 1, here.utf16};
                         line_starts_.push_back(end);
                       }
                       if (ends_line || end - checkpoints_.back().byte >= kCheckpointDistance) {
                         checkpoints_.push_back({end, here});
                       }
                     });
}

Position LineIndex::position(std::uint32_t offset) const {
  assert(offset <= text_.size());
  const auto behind =
      std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset,
                       [](std::uint32_t at, const Checkpoint& known) { return at < known.byte; });
  const Checkpoint& known = *std::prev(behind);
  Position position = known.position;
  for_each_character(text_, known.byte, offset, [&](std::uint32_t, std::uint32_t end, UChar32 c) {
    if (end > offset) return;
    ++position.column;
    position.utf16 += utf16_length(c);
  });
  return position;
}

std::string_view LineIndex::line(std::uint32_t line) const {
  const std::uint32_t begin = line_starts_[line - 1];
  std::string_view content = text_.substr(
      begin, line < line_starts_.size() ? line_starts_[line] - begin : std::string_view::npos);
  while (!content.empty() && (content.back() == '\n' || content.back() == '\r'))
    content.remove_suffix(1);
  return content;
}

std::uint32_t LineIndex::line_start(std::uint32_t line) const { return line_starts_[line - 1]; }

std::uint32_t LineIndex::line_count() const {
  return static_cast<std::uint32_t>(line_starts_.size());
}

}  // namespace postlint
