#include "postlint/ingest/json_lines_reader.h"

#include "postlint/ingest/batch_limit.h"

namespace postlint {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view without_byte_order_mark(std::string_view line) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return line;
}

}  // namespace

bool JsonLinesReader::read(RecordBatch& batch) {
  batch.covers.begin = batch.covers.end = position_;
  while (!is_full(batch, position_) && lines_.next()) {
    position_ = lines_.end();
    ++line_number_;
    if (!is_blank(lines_.line())) read_line(batch);
  }
  batch.covers.end = position_;
  return batch.covers.size() > 0;
}

void JsonLinesReader::read_line(RecordBatch& batch) {
  std::string_view line = lines_.line();
  if (lines_.begin() == 0) line = without_byte_order_mark(line);
  const auto begin = static_cast<std::size_t>(line.data() - source_.bytes.data());
  if (!tree_.parse(line, begin)) return complain("record.bad-json", batch);
  if (!tree_.root().is_object()) return complain("record.not-an-object", batch);
  Record record;
  record.range = {lines_.begin(), lines_.end()};
  const std::string_view complaint = make_(tree_.root(), batch, record);
  if (!complaint.empty()) return complain(complaint.data(), batch);
  if (!record.range.empty()) batch.records.push_back(record);
}

void JsonLinesReader::complain(const char* key, RecordBatch& batch) const {
  batch.problems.push_back({source_.name, line_number_, 0, {key, {}}});
}

JsonValue first_json_line(const Sample& sample, JsonTree& tree) {
  Lines lines(sample.head);
  bool more = lines.next();
  while (more && is_blank(lines.line())) more = lines.next();
  if (!more || (lines.end() == sample.head.size() && !sample.whole)) return {};
  if (!tree.parse(without_byte_order_mark(lines.line()), 0)) return {};
  return tree.root().is_object() ? tree.root() : JsonValue();
}

}  // namespace postlint
