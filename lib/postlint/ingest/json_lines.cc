// postlint's own input: one JSON object a line,
// {"id","text","author","timestamp","role","account","channel","audience","protocol"}.
// All but "text" may be left out; other fields are ignored.

#include "postlint/ingest/batch_limit.h"
#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_tree.h"
#include "postlint/ingest/lines.h"

namespace postlint {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class JsonLinesReader : public Reader {
 public:
  explicit JsonLinesReader(const Source& source) : source_(source), lines_(source.bytes) {}

  bool read(RecordBatch& batch) override {
    batch.covers.begin = batch.covers.end = position_;
    while (!is_full(batch, position_) && lines_.next()) {
      position_ = lines_.end();
      ++line_number_;
      if (!is_blank(lines_.line())) read_line(batch);
    }
    batch.covers.end = position_;
    return batch.covers.size() > 0;
  }

 private:
  void read_line(RecordBatch& batch) {
    std::size_t begin = lines_.begin();
    std::string_view line = lines_.line();
    constexpr std::string_view kByteOrderMark = "\uFEFF";
    if (begin == 0 && line.starts_with(kByteOrderMark)) {
      line.remove_prefix(kByteOrderMark.size());
      begin += kByteOrderMark.size();
    }
    if (!tree_.parse(line, begin)) return complain("record.bad-json", batch);
    if (!tree_.root().is_object()) return complain("record.not-an-object", batch);
    if (!tree_.root()["text"].is_string()) return complain("record.missing-text", batch);
    Record record;
    record.range = {lines_.begin(), lines_.end()};
    read_fields(tree_.root(), batch, record);
    batch.records.push_back(record);
  }

  static void read_fields(JsonValue object, RecordBatch& batch, Record& record) {
    record.id = keep(object["id"], batch);
    record.author = keep(object["author"], batch);
    if (object["author"].has_text()) record.author_range = object["author"].range();
    record.time = timestamp_from(object["timestamp"].text()).value_or(Timestamp());
    record.context = batch.keep(RecordContext{
        keep(object["role"], batch), keep(object["account"], batch), keep(object["channel"], batch),
        keep(object["audience"], batch), keep(object["protocol"], batch)});
    MappedText text;
    object["text"].append_to(text);
    batch.keep_text(std::move(text), record);
    if (record.text.empty()) record.text_offset = object["text"].range().begin;
  }

  static std::string_view keep(JsonValue value, RecordBatch& batch) {
    return value ? batch.keep(value.text()) : std::string_view();
  }

  void complain(const char* key, RecordBatch& batch) const {
    batch.problems.push_back({source_.name, line_number_, 0, {key, {}}});
  }

  Source source_;
  Lines lines_;
  std::size_t position_ = 0;
  std::uint32_t line_number_ = 0;
  JsonTree tree_;
};

int score(const Sample& sample) {
  Lines lines(sample.head);
  while (lines.next() && is_blank(lines.line())) {
  }
  const std::string_view first = lines.line();
  const bool named = sample.has_extension(".jsonl") || sample.has_extension(".ndjson");
  JsonTree tree;
  const bool cut = lines.end() == sample.head.size() && !sample.whole;
  if (first.empty() || first.front() != '{') return named ? 30 : 0;
  if (!cut && !tree.parse(first, 0)) return named ? 30 : 0;
  const bool has_text =
      cut ? first.find("\"text\"") != std::string_view::npos : tree.root()["text"].is_string();
  if (has_text) return named ? 90 : 60;
  return named ? 30 : 0;
}

std::unique_ptr<Reader> open(const Source& source) {
  return std::make_unique<JsonLinesReader>(source);
}

}  // namespace

const Format kJsonLines{"jsonl", "", score, open};

}  // namespace postlint
