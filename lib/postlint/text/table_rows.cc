#include "postlint/text/table_rows.h"

#include <algorithm>

namespace postlint {
namespace {

constexpr std::size_t kLargestRow = std::size_t{16} << 20;
constexpr std::size_t kMostColumns = 1000;

// The first line of `text`, without its end.
std::string_view first_line(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string text_of(const Cell& cell) {
  std::string text(cell.raw);
  if (!cell.quoted) return text;
  for (std::size_t i = 0; (i = text.find("\"\"", i)) != std::string::npos; ++i) text.erase(i, 1);
  return text;
}

std::size_t skip_table_preamble(std::string_view bytes, char& separator) {
  constexpr std::string_view kByteOrderMark = "\uFEFF", kSeparatorLine = "sep=";
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::string_view line = first_line(bytes.substr(begin));
  if (!line.starts_with(kSeparatorLine) || line.size() != kSeparatorLine.size() + 1) return begin;
  separator = line.back();
  const std::size_t end = bytes.find('\n', begin);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

bool TableRows::next(std::vector<Cell>& row) {
  if (position_ >= text_.size()) return false;
  const std::size_t begin = position_;
  if (read_row(row)) return true;
  row.assign(1, Cell{first_line(text_.substr(begin)), false});
  const std::size_t end = text_.find('\n', begin);
  position_ = end == std::string_view::npos ? text_.size() : end + 1;
  return true;
}

bool TableRows::read_row(std::vector<Cell>& row) {
  const std::size_t begin = position_;
  row.clear();
  do {
    if (row.size() >= kMostColumns || position_ - begin > kLargestRow) return false;
    const auto cell = read_cell();
    if (!cell) return false;
    row.push_back(*cell);
  } while (skip(separator_));
  skip('\r');
  skip('\n');
  return true;
}

bool TableRows::skip(char c) {
  if (position_ >= text_.size() || text_[position_] != c) return false;
  ++position_;
  return true;
}

std::optional<Cell> TableRows::read_cell() {
  if (position_ < text_.size() && text_[position_] == '"') return read_quoted();
  const char ends[] = {separator_, '\n', '\0'};
  const std::size_t end = std::min(text_.find_first_of(ends, position_), text_.size());
  std::string_view raw = text_.substr(position_, end - position_);
  position_ = end;
  if (raw.ends_with('\r')) raw.remove_suffix(1);
  return Cell{raw, false};
}

std::optional<Cell> TableRows::read_quoted() {
  const std::size_t begin = ++position_;
  for (std::size_t i = begin;; i += 2) {
    i = text_.substr(0, begin + kLargestRow).find('"', i);
    if (i == std::string_view::npos) return std::nullopt;
    if (i + 1 < text_.size() && text_[i + 1] == '"') continue;
    position_ = i + 1;
    const bool ends = position_ >= text_.size() || text_[position_] == separator_ ||
                      text_[position_] == '\n' || text_[position_] == '\r';
    if (!ends) return std::nullopt;
    return Cell{text_.substr(begin, i - begin), true};
  }
}

}  // namespace postlint
