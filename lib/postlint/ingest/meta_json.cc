// Instagram's and Messenger's "download your information" as JSON (message_1.json). Meta writes
// every byte of UTF-8 as an escape of its own: "\u00c3\u00a9" for "é".

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_messages.h"
#include "postlint/vocabulary/meta.h"

namespace postlint {
namespace {

Kind kind_of(JsonValue item) {
  const std::string content = item["content"].text();
  if (item["is_unsent"].is_true() || item["is_unsent_image_by_messenger_kid_parent"].is_true())
    return Kind::deleted;
  for (const std::string_view phrase : vocabulary::meta::deleted) {
    if (content.ends_with(phrase) || content.ends_with(std::string(phrase) + "."))
      return Kind::deleted;
  }
  if (item["call_duration"]) return Kind::call;
  const std::string_view type = item["type"].raw();
  if (type == "Subscribe" || type == "Unsubscribe") return Kind::system;
  return content.empty() && !item["share"]["share_text"] ? Kind::media : Kind::message;
}

bool make_record(JsonValue item, RecordBatch& batch, Record& record) {
  const JsonValue time = item["timestamp_ms"];
  if (!time.integer()) return false;
  set_author(item["sender_name"], batch, record);
  record.kind = kind_of(item);
  record.time = timestamp_from_unix(*time.integer() / 1000).value_or(Timestamp());
  std::vector<JsonValue> parts = {item["content"], item["share"]["link"],
                                  item["share"]["share_text"]};
  for (JsonValue file = item["files"].first(); file; file = file.next())
    parts.push_back(file["uri"]);
  set_text(std::move(parts), batch, record);
  return true;
}

int score(const Sample& sample) {
  return sample.has("\"sender_name\"") && sample.has("\"timestamp_ms\"") ? 95 : 0;
}

std::unique_ptr<Reader> open(const Source& source) {
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{"messages"}, true, make_record});
}

}  // namespace

const Format kMetaJson{"meta-json", "instagram", score, open};

}  // namespace postlint
