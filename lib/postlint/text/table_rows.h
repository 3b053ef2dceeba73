// Rows and cells of CSV and TSV, as spreadsheets write them (RFC 4180 where they follow it).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postlint {

struct Cell {
  std::string_view raw;  // without the quotes around it; quotes in it are still doubled
  bool quoted = false;
};

// What a cell says: quotes in it are single.
std::string text_of(const Cell& cell);

// Where the rows begin: after a byte-order mark and the line "sep=;" of Excel, which gives the
// separator. Without that line `separator` stays as it is.
std::size_t skip_table_preamble(std::string_view bytes, char& separator);

// Reads rows one after the other; a quoted cell may hold line ends. The text must outlive this.
class TableRows {
 public:
  TableRows(std::string_view text, char separator, std::size_t position)
      : text_(text), separator_(separator), position_(position) {}

  std::size_t position() const { return position_; }  // bytes: where the next row begins

  // False at the end. A row that never closes its quotes is cut at the end of its first line, and
  // is one cell.
  bool next(std::vector<Cell>& row);

 private:
  bool read_row(std::vector<Cell>& row);
  bool skip(char c);
  std::optional<Cell> read_cell();
  std::optional<Cell> read_quoted();

  std::string_view text_;
  char separator_;
  std::size_t position_;
};

}  // namespace postlint
