// Tables of messages: CSV and TSV, as spreadsheets and other programs export them. Columns are
// found by their headings, in Dutch and English; a table without any heading that we know is read
// row by row, whole.

#include "postlint/vocabulary/table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "postlint/ingest/batch_limit.h"
#include "postlint/ingest/characters.h"
#include "postlint/ingest/format_list.h"
#include "postlint/ingest/utf8_writer.h"
#include "postlint/text/table_rows.h"

namespace postlint {
namespace {

enum Column {
  id,
  author,
  timestamp,
  clock_time,
  subject,
  text,
  attachment,
  role,
  account,
  channel,
  audience,
  protocol,
  kColumns
};

namespace headings = vocabulary::table;

// What each column may be called, as plain() writes it.
constexpr std::array<std::span<const std::string_view>, kColumns> kHeadings = {
    headings::id,      headings::author,  headings::timestamp,  headings::clock_time,
    headings::subject, headings::text,    headings::attachment, headings::role,
    headings::account, headings::channel, headings::audience,   headings::protocol};

std::optional<Column> column_of(std::string_view heading) {
  for (std::size_t column = 0; column < kColumns; ++column) {
    const auto names = kHeadings[column];
    if (std::find(names.begin(), names.end(), heading) != names.end())
      return static_cast<Column>(column);
  }
  return std::nullopt;
}

// Which cell of a row is what; npos for what there is none of.
struct Layout {
  static constexpr std::size_t kNone = std::string_view::npos;

  Layout() { at.fill(kNone); }
  explicit Layout(const std::vector<Cell>& row) : Layout() {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto column = column_of(plain(row[i].raw));
      if (!column) continue;
      ++recognised;
      if (at[*column] == kNone) at[*column] = i;
    }
    // A column "time" alone holds dates as well.
    if (at[timestamp] == kNone) std::swap(at[timestamp], at[clock_time]);
  }
  bool has_text() const { return at[text] != kNone; }

  std::array<std::size_t, kColumns> at;
  std::size_t recognised = 0;
};

struct Dialect {
  char separator = ',';
  std::size_t begin = 0;  // behind a byte-order mark and Excel's "sep=;"
  Layout layout;
  std::size_t columns = 0;
};

// The separator that cuts the first row into most headings that we know, else into most cells.
Dialect find_dialect(std::string_view bytes) {
  Dialect best;
  char said = '\0';
  const std::size_t begin = skip_table_preamble(bytes, said);
  best.begin = begin;
  for (const char separator : {';', ',', '\t', '|'}) {
    if (said != '\0' && separator != said) continue;
    TableRows rows(bytes, separator, begin);
    std::vector<Cell> row;
    rows.next(row);
    const Layout layout(row);
    const bool better = layout.recognised != best.layout.recognised
                            ? layout.recognised > best.layout.recognised
                            : row.size() > best.columns;
    if (better) best = {separator, begin, layout, row.size()};
  }
  return best;
}

class TableReader : public Reader {
 public:
  explicit TableReader(const Source& source)
      : source_(source),
        dialect_(find_dialect(source.bytes)),
        rows_(source.bytes, dialect_.separator, dialect_.begin) {
    if (dialect_.layout.has_text()) rows_.next(row_);  // the headings
  }

  bool read(RecordBatch& batch) override {
    batch.covers.begin = position_;
    for (std::size_t begin = rows_.position(); !is_full(batch, begin) && rows_.next(row_);
         begin = rows_.position()) {
      read_row({begin, rows_.position()}, batch);
    }
    position_ = batch.covers.end = rows_.position();
    return batch.covers.size() > 0;
  }

 private:
  void read_row(SourceRange range, RecordBatch& batch) {
    Record record;
    record.range = range;
    const bool whole = !dialect_.layout.has_text();
    if (whole || row_.size() <= dialect_.layout.at[text]) {
      read_whole_row(batch, record);
    } else {
      read_columns(batch, record);
    }
    if (!trim(record.text).empty()) batch.records.push_back(record);
  }

  void read_whole_row(RecordBatch& batch, Record& record) const {
    MappedText whole;
    std::string_view line = source_.bytes.substr(record.range.begin, record.range.size());
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    append_guessed(line, record.range.begin, whole);
    batch.keep_text(std::move(whole), record);
  }

  void read_columns(RecordBatch& batch, Record& record) const {
    record.id = value(id, batch);
    record.author = trim(value(author, batch));
    if (const Cell* cell = cell_of(author)) record.author_range = range_of(*cell);
    record.time = time();
    record.context =
        batch.keep(RecordContext{value(role, batch), value(account, batch), value(channel, batch),
                                 value(audience, batch), value(protocol, batch)});
    batch.keep_text(text_of_row(), record);
  }

  // Subject, text and attachments, in the order of the columns.
  MappedText text_of_row() const {
    std::array<std::size_t, 3> columns = {dialect_.layout.at[subject], dialect_.layout.at[text],
                                          dialect_.layout.at[attachment]};
    std::sort(columns.begin(), columns.end());
    MappedText out;
    for (const std::size_t column : columns) {
      if (column >= row_.size() || row_[column].raw.empty()) continue;
      if (!out.empty()) out.add("\n");
      append(row_[column], out);
    }
    return out;
  }

  Timestamp time() const {
    const Cell* date = cell_of(timestamp);
    const Cell* clock = cell_of(clock_time);
    if (date == nullptr) return {};
    std::string words(date->raw);
    if (clock != nullptr) words += " " + std::string(clock->raw);
    return timestamp_from(words).value_or(timestamp_from(date->raw).value_or(Timestamp()));
  }

  const Cell* cell_of(Column column) const {
    const std::size_t i = dialect_.layout.at[column];
    return i < row_.size() ? &row_[i] : nullptr;
  }

  std::uint64_t offset_of(const Cell& cell) const {
    return static_cast<std::uint64_t>(cell.raw.data() - source_.bytes.data());
  }
  SourceRange range_of(const Cell& cell) const {
    return {offset_of(cell), offset_of(cell) + cell.raw.size()};
  }

  void append(const Cell& cell, MappedText& out) const {
    std::string_view rest = cell.raw;
    std::uint64_t offset = offset_of(cell);
    while (!rest.empty()) {
      const std::size_t quote = cell.quoted ? rest.find("\"\"") : std::string_view::npos;
      const std::size_t plain_size = std::min(quote, rest.size());
      if (plain_size > 0) append_guessed(rest.substr(0, plain_size), offset, out);
      if (quote == std::string_view::npos) return;
      out.replace("\"", {offset + quote, offset + quote + 2});
      rest.remove_prefix(quote + 2);
      offset += quote + 2;
    }
  }

  std::string_view value(Column column, RecordBatch& batch) const {
    const Cell* cell = cell_of(column);
    if (cell == nullptr) return {};
    MappedText words;
    append(*cell, words);
    return batch.keep(std::move(words.text()));
  }

  Source source_;
  Dialect dialect_;
  TableRows rows_;
  std::vector<Cell> row_;
  std::size_t position_ = 0;
};

int score(const Sample& sample) {
  const bool named = sample.has_extension(".csv") || sample.has_extension(".tsv");
  const Dialect dialect = find_dialect(sample.head);
  const bool tells_who_or_when =
      dialect.layout.at[author] != Layout::kNone || dialect.layout.at[timestamp] != Layout::kNone;
  if (dialect.layout.has_text() && (named || tells_who_or_when)) return named ? 90 : 70;
  return named && dialect.columns > 0 ? 50 : 0;
}

std::unique_ptr<Reader> open(const Source& source) { return std::make_unique<TableReader>(source); }

}  // namespace

const Format kTable{"table", "", score, open};

}  // namespace postlint
