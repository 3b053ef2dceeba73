#include "postlint/fix/unified_diff.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace postlint {
namespace {

constexpr std::size_t kContext = 3;

using Lines = std::vector<std::string_view>;

// With their line ends; a text that ends with one has no empty line after it.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// Lines [begin, end) of the old text, and what they become.
struct Change {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Edit> edits;  // of the text as a whole
  std::string replacement;
};

class DiffWriter {
 public:
  DiffWriter(std::string_view text, std::span<const Edit> edits)
      : text_(text), lines_(lines_of(text)) {
    for (const Edit& edit : edits) add(edit);
    for (Change& change : changes_) change.replacement = new_text_of(change);
  }

  std::string hunks() {
    for (std::size_t first = 0; first < changes_.size();) {
      std::size_t last = first + 1;
      while (last < changes_.size() &&
             changes_[last].begin <= changes_[last - 1].end + 2 * kContext) {
        ++last;
      }
      write_hunk(std::span(changes_).subspan(first, last - first));
      first = last;
    }
    return std::move(out_);
  }

 private:
  // Edits come in order, so the line of one is sought after that of the one before.
  void add(const Edit& edit) {
    const std::size_t begin = line_of(edit.span.begin);
    const std::size_t end = std::min(line_of(edit.span.end) + 1, lines_.size());
    if (changes_.empty() || changes_.back().end <= begin)
      changes_.push_back({begin, begin, {}, {}});
    changes_.back().end = std::max(changes_.back().end, end);
    changes_.back().edits.push_back(edit);
  }

  // After an unfinished last line a place still belongs to it.
  std::size_t line_of(std::size_t place) {
    while (line_ < lines_.size() && place >= line_begin_ + lines_[line_].size()) {
      const bool is_last = line_ + 1 == lines_.size();
      if (is_last && !lines_[line_].ends_with('\n')) break;
      line_begin_ += lines_[line_++].size();
    }
    return line_;
  }

  std::size_t begin_of(std::size_t line) const {
    return line < lines_.size() ? static_cast<std::size_t>(lines_[line].data() - text_.data())
                                : text_.size();
  }

  std::string new_text_of(const Change& change) const {
    const std::size_t begin = begin_of(change.begin);
    std::vector<Edit> edits = change.edits;
    for (Edit& edit : edits) {
      edit.span.begin -= static_cast<std::uint32_t>(begin);
      edit.span.end -= static_cast<std::uint32_t>(begin);
    }
    return with_edits(text_.substr(begin, begin_of(change.end) - begin), edits);
  }

  void write_hunk(std::span<const Change> changes) {
    const std::size_t begin = changes.front().begin - std::min(changes.front().begin, kContext);
    const std::size_t end = std::min(changes.back().end + kContext, lines_.size());
    std::string body;
    std::size_t line = begin;
    std::size_t new_count = end - begin;
    for (const Change& change : changes) {
      const Lines replacement = lines_of(change.replacement);
      append(body, ' ', std::span(lines_).subspan(line, change.begin - line));
      append(body, '-', std::span(lines_).subspan(change.begin, change.end - change.begin));
      append(body, '+', replacement);
      line = change.end;
      new_count += replacement.size() - (change.end - change.begin);
    }
    append(body, ' ', std::span(lines_).subspan(line, end - line));
    out_ +=
        fmt::format("@@ -{} +{} @@\n", range(begin, end - begin), range(begin + added_, new_count));
    out_ += body;
    added_ += new_count - (end - begin);
  }

  // "7,3"; of no lines it names the line before.
  static std::string range(std::size_t begin, std::size_t count) {
    return count == 1 ? fmt::format("{}", begin + 1)
                      : fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
  }

  static void append(std::string& body, char sign, std::span<const std::string_view> lines) {
    for (const std::string_view line : lines) {
      body.append(1, sign).append(line);
      if (!line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
    }
  }

  std::string_view text_;
  Lines lines_;
  std::vector<Change> changes_;
  std::size_t line_ = 0;  // where line_of() is
  std::size_t line_begin_ = 0;
  std::size_t added_ = 0;  // lines, so far; wraps around where lines went
  std::string out_;
};

}  // namespace

std::string unified_diff(std::string_view name, std::string_view text,
                         std::span<const Edit> edits) {
  if (edits.empty()) return {};
  return fmt::format("--- {}\n+++ {}\n", name, name) + DiffWriter(text, edits).hunks();
}

}  // namespace postlint
