// postlint's own input: one JSON object a line,
// {"id","text","author","timestamp","role","account","channel","audience","protocol"}.
// All but "text" may be left out; other fields are ignored.

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_lines_reader.h"

namespace postlint {
namespace {

const char* make_record(JsonValue object, RecordBatch& batch, Record& record) {
  if (!object["text"].is_string()) return "record.missing-text";
  record.id = keep(object["id"], batch);
  set_author(object["author"], batch, record);
  record.time = timestamp_from(object["timestamp"].text()).value_or(Timestamp());
  record.context = batch.keep(RecordContext{
      keep(object["role"], batch), keep(object["account"], batch), keep(object["channel"], batch),
      keep(object["audience"], batch), keep(object["protocol"], batch)});
  set_text({object["text"]}, batch, record);
  return "";
}

int score(const Sample& sample) {
  JsonTree tree;
  const bool named = sample.has_extension(".jsonl") || sample.has_extension(".ndjson");
  if (first_json_line(sample, tree)["text"].is_string()) return named ? 90 : 60;
  // The first line may be damaged, or longer than the sample.
  const bool begins_so = sample.head.starts_with("{\"") && sample.has("\"text\"");
  return named ? (begins_so ? 50 : 30) : 0;
}

std::unique_ptr<Reader> open(const Source& source) {
  return std::make_unique<JsonLinesReader>(source, make_record);
}

}  // namespace

const Format kJsonLines{"jsonl", "", score, open};

}  // namespace postlint
