// Microsoft Teams: the personal export (messages.json: conversations[].MessageList) and what the
// Graph API answers (value: [chatMessage]). Texts are HTML in a JSON string.

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/html_text.h"
#include "postlint/ingest/json_messages.h"

namespace postlint {
namespace {

void append_html(JsonValue value, MappedText& out) {
  MappedText html;
  value.append_to(html);
  append_html_text(html, out);
}

void finish(MappedText text, RecordBatch& batch, Record& record) {
  batch.keep_text(std::move(text), record);
  if (record.text.empty()) record.text_offset = record.range.begin;
}

Kind personal_kind(JsonValue item) {
  const std::string_view type = item["messagetype"].raw();
  if (item["properties"]["deletetime"]) return Kind::deleted;
  if (type == "Event/Call" || type == "Event\\/Call") return Kind::call;
  if (type.starts_with("RichText/Media") || type.starts_with("RichText/Uri")) return Kind::media;
  return type == "Text" || type.starts_with("RichText") ? Kind::message : Kind::system;
}

bool make_personal(JsonValue item, RecordBatch& batch, Record& record) {
  if (!item["originalarrivaltime"] && !item["messagetype"]) return false;
  record.id = keep(item["id"], batch);
  record.time = timestamp_from(item["originalarrivaltime"].text()).value_or(Timestamp());
  record.kind = personal_kind(item);
  const JsonValue name = item["displayName"];
  if (record.kind != Kind::system) set_author(name.has_text() ? name : item["from"], batch, record);
  MappedText text;
  append_html(item["content"], text);
  finish(std::move(text), batch, record);
  return true;
}

JsonValue graph_author(JsonValue item) {
  const JsonValue from = item["from"];
  for (const char* who : {"user", "application", "device"}) {
    if (from[who].is_object()) return from[who]["displayName"];
  }
  return {};
}

bool make_graph(JsonValue item, RecordBatch& batch, Record& record) {
  if (!item["createdDateTime"] || !item["body"]) return false;
  record.id = keep(item["id"], batch);
  record.time = timestamp_from(item["createdDateTime"].text()).value_or(Timestamp());
  if (item["messageType"].raw() != "message") record.kind = Kind::system;
  if (item["deletedDateTime"].is_string()) record.kind = Kind::deleted;
  if (record.kind != Kind::system) set_author(graph_author(item), batch, record);
  MappedText text;
  if (item["body"]["contentType"].raw() == "text") {
    item["body"]["content"].append_to(text);
  } else {
    append_html(item["body"]["content"], text);
  }
  for (JsonValue file = item["attachments"].first(); file; file = file.next()) {
    if (!file["name"].has_text()) continue;
    if (!text.empty()) text.add("\n");
    file["name"].append_to(text);
  }
  finish(std::move(text), batch, record);
  return true;
}

int score_personal(const Sample& sample) {
  return sample.has("\"conversations\"") &&
                 (sample.has("\"MessageList\"") || sample.has("\"messagetype\""))
             ? 95
             : 0;
}

int score_graph(const Sample& sample) {
  return sample.has("\"messageType\"") && sample.has("\"createdDateTime\"") &&
                 sample.has("\"body\"")
             ? 90
             : 0;
}

std::unique_ptr<Reader> open_personal(const Source& source) {
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{"MessageList"}, false, make_personal});
}

std::unique_ptr<Reader> open_graph(const Source& source) {
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{"value", "", "replies"}, false, make_graph});
}

}  // namespace

const Format kTeams{"teams", "teams", score_personal, open_personal};
const Format kTeamsGraph{"teams-graph", "teams", score_graph, open_graph};

}  // namespace postlint
