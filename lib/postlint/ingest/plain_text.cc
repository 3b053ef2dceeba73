// Texts without any form of their own: plain text and Markdown. A file is one post; a very long one
// is cut between paragraphs.

#include <algorithm>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/file_kind.h"
#include "postlint/ingest/format_list.h"
#include "postlint/ingest/lines.h"
#include "postlint/ingest/utf8_writer.h"

namespace postlint {
namespace {

constexpr std::size_t kPart = std::size_t{64} << 10;
constexpr std::size_t kLargestLine = std::size_t{16} << 20;

// What stands above a Markdown text between two lines of "---".
struct FrontMatter {
  std::size_t end = 0;  // of all of it; 0: there is none
  std::string_view author;
  Timestamp time;
};

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front()) {
    return value.substr(1, value.size() - 2);
  }
  return value;
}

void read_entry(std::string_view line, FrontMatter& matter) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string key = plain(line.substr(0, colon));
  const std::string_view value = unquoted(line.substr(colon + 1));
  if (key == "author" || key == "auteur") matter.author = value;
  if (key == "date" || key == "datum") matter.time = timestamp_from(value).value_or(Timestamp());
}

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter matter;
  Lines lines(text.substr(0, kPart));
  if (!lines.next() || lines.line() != "---") return {};
  while (lines.next()) {
    if (lines.line() == "---") {
      matter.end = lines.end();
      return matter;
    }
    read_entry(lines.line(), matter);
  }
  return {};
}

class TextReader : public Reader {
 public:
  TextReader(const Source& source, const FrontMatter& matter)
      : bytes_(source.bytes), matter_(matter) {}

  bool read(RecordBatch& batch) override {
    batch.covers.begin = position_;
    if (position_ < bytes_.size()) read_part(batch);
    batch.covers.end = position_;
    return batch.covers.size() > 0;
  }

 private:
  void read_part(RecordBatch& batch) {
    const std::size_t end = end_of_part();
    Record record;
    record.range = {position_, end};
    record.author = matter_.author;
    record.time = matter_.time;
    MappedText text;
    append_guessed(bytes_.substr(position_, end - position_), position_, text);
    batch.keep_text(std::move(text), record);
    if (!trim(record.text).empty()) batch.records.push_back(record);
    position_ = end;
  }

  // At an empty line; where there is none for long, at a line end, and at last anywhere.
  std::size_t end_of_part() const {
    if (bytes_.size() - position_ <= 2 * kPart) return bytes_.size();
    Lines lines(bytes_, position_ + kPart);
    lines.next();
    while (lines.end() - position_ < 4 * kPart && lines.next()) {
      if (lines.line().empty()) break;
    }
    return std::min(lines.end(), position_ + kLargestLine);
  }

  std::string_view bytes_;
  FrontMatter matter_;
  std::size_t position_ = 0;
};

int score_text(const Sample& sample) {
  if (!is_text(sample.head)) return 0;
  return sample.has_extension(".txt") || sample.has_extension(".text") ? 20 : 5;
}

int score_markdown(const Sample& sample) {
  const bool named = sample.has_extension(".md") || sample.has_extension(".markdown");
  return named && is_text(sample.head) ? 30 : 0;
}

std::unique_ptr<Reader> open_text(const Source& source) {
  return std::make_unique<TextReader>(source, FrontMatter());
}

std::unique_ptr<Reader> open_markdown(const Source& source) {
  return std::make_unique<TextReader>(source, read_front_matter(source.bytes));
}

}  // namespace

const Format kMarkdown{"markdown", "", score_markdown, open_markdown, Takes::text, Holds::one};
const Format kPlainText{"text", "", score_text, open_text, Takes::text, Holds::one};

}  // namespace postlint
