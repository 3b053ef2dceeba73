#include "postlint/ingest/json_messages.h"

#include <algorithm>

#include "postlint/ingest/batch_limit.h"

namespace postlint {
namespace {

constexpr std::size_t kDeepest = 64;

std::size_t first_byte(std::string_view bytes, std::size_t begin) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  return begin == 0 && bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : begin;
}

}  // namespace

std::optional<std::string_view> JsonItems::next() {
  for (;;) {
    if (!in_items_ && !find_array()) return std::nullopt;
    if (scanner_.next_item()) {
      const auto item = scanner_.take_value();
      if (!item) broken_ = true;
      return item;
    }
    if (!scanner_.closed()) {
      broken_ = true;
      return std::nullopt;
    }
    in_items_ = false;
    open_.pop_back();
  }
}

// Goes on to the first item of the next array that is wanted; false at the end.
bool JsonItems::find_array() {
  while (!in_items_) {
    if (!(open_.empty() ? enter_document() : leave_or_go_on())) return false;
  }
  return true;
}

// One may follow another: exports that somebody glued.
bool JsonItems::enter_document() {
  scanner_.take(';');  // a line of JavaScript ends so
  const char first = scanner_.peek();
  if (first == '{' || first == '[') return enter_value("");
  broken_ = first != '\0';
  return false;
}

// At a value: goes into an object or array, or over anything else.
bool JsonItems::enter_value(std::string_view key) {
  const char first = scanner_.peek();
  if ((first == '{' || first == '[') && open_.size() < kDeepest) {
    scanner_.take(first);
    open_.push_back(first);
    in_items_ = first == '[' && std::find(keys_.begin(), keys_.end(), key) != keys_.end();
    return true;
  }
  broken_ = !scanner_.take_value();
  return !broken_;
}

bool JsonItems::leave_or_go_on() {
  if (open_.back() == '{') {
    if (const auto key = scanner_.next_key()) return enter_value(*key);
  } else if (scanner_.next_item()) {
    return enter_value("-");  // an array in an array has no key
  }
  broken_ = !scanner_.closed();
  open_.pop_back();
  return !broken_;
}

JsonMessageReader::JsonMessageReader(const Source& source, const Options& options)
    : source_(source),
      make_(options.make),
      items_(source.bytes, first_byte(source.bytes, options.begin), options.keys) {
  tree_.set_bytes_escaped(options.bytes_escaped);
}

bool JsonMessageReader::read(RecordBatch& batch) {
  batch.covers.begin = batch.covers.end = position_;
  while (!is_full(batch, position_)) {
    const auto item = items_.next();
    position_ = std::max(position_, items_.position());
    if (!item) break;
    read_item(*item, batch);
  }
  if (items_.broken()) leave_out_rest(batch);
  batch.covers.end = position_;
  return batch.covers.size() > 0;
}

void JsonMessageReader::leave_out_rest(RecordBatch& batch) {
  if (!rest_left_out_)
    batch.problems.push_back({source_.name, line_at(position_), 0, {"record.broken-json", {}}});
  rest_left_out_ = true;
  position_ = source_.bytes.size();
}

void JsonMessageReader::read_item(std::string_view item, RecordBatch& batch) {
  const auto begin = static_cast<std::size_t>(item.data() - source_.bytes.data());
  Record record;
  record.range = {begin, begin + item.size()};
  if (!tree_.parse(item, begin)) {
    batch.problems.push_back({source_.name, line_at(begin), 0, {"record.bad-json", {}}});
  } else if (make_(tree_.root(), batch, record)) {
    batch.records.push_back(record);
  }
}

std::uint32_t JsonMessageReader::line_at(std::size_t position) {
  const std::string_view passed = source_.bytes.substr(counted_, position - counted_);
  line_ += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
  counted_ = position;
  return line_;
}

std::string_view keep(JsonValue value, RecordBatch& batch) {
  return value ? batch.keep(value.text()) : std::string_view();
}

void set_author(JsonValue value, RecordBatch& batch, Record& record) {
  record.author = keep(value, batch);
  if (value.is_string()) record.author_range = value.range();
}

void set_text(std::vector<JsonValue> parts, RecordBatch& batch, Record& record) {
  std::erase_if(parts, [](JsonValue part) { return !part.has_text(); });
  std::sort(parts.begin(), parts.end(),
            [](JsonValue a, JsonValue b) { return a.range().begin < b.range().begin; });
  MappedText text;
  for (const JsonValue part : parts) {
    if (!text.empty()) text.add("\n");
    part.append_to(text);
  }
  batch.keep_text(std::move(text), record);
  if (record.text.empty()) record.text_offset = record.range.begin;
}

}  // namespace postlint
