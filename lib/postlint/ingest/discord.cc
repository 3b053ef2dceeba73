// Discord: DiscordChatExporter's JSON, and messages.json of the official data package (whose author
// is always the one who asked for it).

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_messages.h"

namespace postlint {
namespace {

bool is_call(std::string_view type) { return type == "Call" || type == "3"; }

Kind kind_of(JsonValue item, bool has_words) {
  const std::string_view type = item["type"].raw();
  if (is_call(type)) return Kind::call;
  if (!type.empty() && type != "Default" && type != "Reply" && type != "0" && type != "19") {
    return Kind::system;
  }
  if (item["poll"].is_object()) return Kind::poll;
  return has_words ? Kind::message : Kind::media;
}

bool make_exported(JsonValue item, RecordBatch& batch, Record& record) {
  if (!item["timestamp"]) return false;
  record.id = keep(item["id"], batch);
  record.time = timestamp_from(item["timestamp"].text()).value_or(Timestamp());
  record.kind = kind_of(item, item["content"].has_text());
  const JsonValue author = item["author"];
  const JsonValue nickname = author["nickname"];
  if (record.kind != Kind::system) {
    set_author(nickname.has_text() ? nickname : author["name"], batch, record);
  }
  std::vector<JsonValue> parts = {item["content"]};
  for (JsonValue file = item["attachments"].first(); file; file = file.next()) {
    parts.push_back(file["fileName"]);
  }
  set_text(std::move(parts), batch, record);
  return true;
}

bool make_own(JsonValue item, RecordBatch& batch, Record& record) {
  if (!item["Timestamp"]) return false;
  record.id = keep(item["ID"], batch);
  record.time = timestamp_from(item["Timestamp"].text()).value_or(Timestamp());
  record.kind = item["Contents"].has_text() ? Kind::message : Kind::media;
  set_text({item["Contents"], item["Attachments"]}, batch, record);
  return true;
}

int score_exported(const Sample& sample) {
  return sample.has("\"guild\"") && sample.has("\"channel\"") && sample.has("\"messages\"") ? 95
                                                                                            : 0;
}

int score_own(const Sample& sample) {
  return sample.has("\"ID\"") && sample.has("\"Timestamp\"") && sample.has("\"Contents\"") &&
                 sample.has("\"Attachments\"")
             ? 90
             : 0;
}

std::unique_ptr<Reader> open_exported(const Source& source) {
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{"messages"}, false, make_exported});
}

std::unique_ptr<Reader> open_own(const Source& source) {
  return std::make_unique<JsonMessageReader>(source,
                                             JsonMessageReader::Options{{""}, false, make_own});
}

}  // namespace

const Format kDiscord{"discord", "", score_exported, open_exported};
const Format kDiscordPackage{"discord-package", "", score_own, open_own};

}  // namespace postlint
