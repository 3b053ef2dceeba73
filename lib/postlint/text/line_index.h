// Lines and columns, for reports alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace postlint {

// Where a byte stands for a person or for an editor.
struct Position {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // code points from 1
  std::uint32_t utf16 = 0;   // UTF-16 units from the start of the text, from 0

  friend bool operator==(const Position&, const Position&) = default;
};

// Answers for byte offsets of one text. Lines end at LF, CR or CR LF. An invalid byte sequence
// counts as the one U+FFFD that it becomes. Building it reads the text once; a look-up reads a few
// KiB at most. The text must outlive the index. Immutable, safe to share between threads.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // Precondition: offset <= text.size(). An offset inside a code point counts as its start.
  Position position(std::uint32_t offset) const;

  // Line `line` (from 1) without its line end.
  std::string_view line(std::uint32_t line) const;
  std::uint32_t line_start(std::uint32_t line) const;  // byte offset
  std::uint32_t line_count() const;

 private:
  // A place that is known; between them the text is read. One at each line start, and one every few
  // KiB, so that a look-up in a very long line is short as well.
  struct Checkpoint {
    std::uint32_t byte;
    Position position;
  };
  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<Checkpoint> checkpoints_;
};

}  // namespace postlint
