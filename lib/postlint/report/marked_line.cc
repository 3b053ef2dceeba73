#include "postlint/report/marked_line.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "postlint/base/ascii.h"
#include "postlint/report/printable.h"
#include "postlint/text/display_width.h"
#include "postlint/text/graphemes.h"

namespace postlint {
namespace {

constexpr std::string_view kEllipsis = "…";

// More bytes than these never fit in so many columns, save for heaps of combining marks.
std::size_t byte_limit(std::size_t columns) { return 12 * (columns + 1); }

std::string_view front_bytes(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && is_continuation_byte(text[limit])) --limit;
  return text.substr(0, limit);
}

std::string_view back_bytes(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t begin = text.size() - limit;
  while (begin < text.size() && is_continuation_byte(text[begin])) ++begin;
  return text.substr(begin);
}

// A stretch of the line as it is printed.
struct Piece {
  std::string text;
  std::size_t width = 0;
  bool cut = false;
};

// All of `text`, if it fits.
std::optional<Piece> fit_whole(std::string_view text, std::size_t columns) {
  if (text.size() > byte_limit(columns)) return std::nullopt;
  Piece piece{printable(text)};
  piece.width = display_width(piece.text);
  if (piece.width > columns) return std::nullopt;
  return piece;
}

// The beginning of `text` that fits in `columns`, with "…" where it was cut.
Piece fit_front(std::string_view text, std::size_t columns) {
  if (auto whole = fit_whole(text, columns)) return *whole;
  Piece piece{"", 0, true};
  if (columns == 0) return piece;
  const std::string shown = printable(front_bytes(text, byte_limit(columns)));
  for (const Grapheme& cluster : graphemes(shown)) {
    const std::size_t width = display_width(cluster.bytes);
    if (piece.width + width + 1 > columns) break;
    piece.text += cluster.bytes;
    piece.width += width;
  }
  piece.text += kEllipsis;
  piece.width += 1;
  return piece;
}

// The end of `text` that fits in `columns`, with "…" where it was cut.
Piece fit_back(std::string_view text, std::size_t columns) {
  if (auto whole = fit_whole(text, columns)) return *whole;
  Piece piece{"", 0, true};
  if (columns == 0) return piece;
  const std::string shown = printable(back_bytes(text, byte_limit(columns)));
  std::vector<Grapheme> clusters = graphemes(shown);
  std::reverse(clusters.begin(), clusters.end());
  std::size_t begin = shown.size();
  for (const Grapheme& cluster : clusters) {
    const std::size_t width = display_width(cluster.bytes);
    if (piece.width + width + 1 > columns) break;
    begin -= cluster.bytes.size();
    piece.width += width;
  }
  piece.text = fmt::format("{}{}", kEllipsis, std::string_view(shown).substr(begin));
  piece.width += 1;
  return piece;
}

}  // namespace

MarkedLine mark_line(std::string_view line, Span span, std::size_t columns) {
  const std::size_t begin = std::min<std::size_t>(span.begin, line.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, line.size());

  // The words found come first; what they leave over is for their surroundings, and what the
  // shorter side does not need is for the other one. After words that were cut nothing follows.
  const Piece words = fit_front(line.substr(begin, end - begin), columns - columns / 4);
  const std::string_view rest = words.cut ? std::string_view() : line.substr(end);
  const std::size_t left_over = columns - words.width;
  const Piece short_after = fit_front(rest, left_over / 2);
  const Piece before = fit_back(line.substr(0, begin), left_over - short_after.width);
  const Piece after = fit_front(rest, left_over - before.width);

  MarkedLine marked;
  marked.text = before.text + words.text + after.text;
  marked.indent = before.width;
  marked.carets = std::max<std::size_t>(words.width, 1);
  marked.continues = span.end > line.size();
  return marked;
}

}  // namespace postlint
