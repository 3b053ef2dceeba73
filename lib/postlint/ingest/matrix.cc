// Matrix: Element's JSON export (messages: [event]).

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_messages.h"

namespace postlint {
namespace {

Kind kind_of(JsonValue item) {
  const std::string_view type = item["type"].raw();
  if (type.starts_with("m.call.")) return Kind::call;
  if (type == "m.poll.start" || type == "org.matrix.msc3381.poll.start") return Kind::poll;
  if (item["unsigned"]["redacted_because"]) return Kind::deleted;
  if (type != "m.room.message") return Kind::system;
  const std::string_view form = item["content"]["msgtype"].raw();
  return form == "m.text" || form == "m.notice" || form == "m.emote" ? Kind::message : Kind::media;
}

bool make_record(JsonValue item, RecordBatch& batch, Record& record) {
  const auto time = item["origin_server_ts"].integer();
  if (!time || item["type"].raw() == "m.reaction") return false;
  record.id = keep(item["event_id"], batch);
  record.time = timestamp_from_unix(*time / 1000).value_or(Timestamp());
  record.kind = kind_of(item);
  if (record.kind != Kind::system) set_author(item["sender"], batch, record);
  const JsonValue content = item["content"];
  set_text({content["body"], content["displayname"], content["name"], content["topic"]}, batch,
           record);
  return true;
}

int score(const Sample& sample) {
  return sample.has("\"origin_server_ts\"") && sample.has("\"sender\"") ? 95 : 0;
}

std::unique_ptr<Reader> open(const Source& source) {
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{"messages", ""}, false, make_record});
}

}  // namespace

const Format kMatrix{"matrix", "", score, open};

}  // namespace postlint
