// Chats as JSON lines: Mattermost's bulk export ({"type":"post","post":{...}} among lines on teams,
// channels and users) and signal-export's data.json ({"date","sender","body",...}).

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_lines_reader.h"

namespace postlint {
namespace {

const char* leave_out(Record& record) {
  record.range = {};
  return "";
}

const char* make_mattermost(JsonValue object, RecordBatch& batch, Record& record) {
  const std::string_view type = object["type"].raw();
  if (type != "post" && type != "direct_post") return leave_out(record);
  const JsonValue post = object[type];
  if (!post["message"].is_string()) return "record.missing-text";
  record.time = timestamp_from(post["create_at"].text()).value_or(Timestamp());
  if (post["type"].raw().starts_with("system_")) record.kind = Kind::system;
  if (record.kind != Kind::system) set_author(post["user"], batch, record);
  if (record.kind == Kind::message && !post["message"].has_text()) record.kind = Kind::media;
  std::vector<JsonValue> parts = {post["message"]};
  for (JsonValue file = post["attachments"].first(); file; file = file.next())
    parts.push_back(file["path"]);
  set_text(std::move(parts), batch, record);
  return "";
}

const char* make_signal(JsonValue object, RecordBatch& batch, Record& record) {
  if (!object["body"].is_string()) return leave_out(record);
  set_author(object["sender"], batch, record);
  record.time = timestamp_from(object["date"].text()).value_or(Timestamp());
  if (!object["body"].has_text()) record.kind = Kind::media;
  std::vector<JsonValue> parts = {object["body"]};
  for (JsonValue file = object["attachments"].first(); file; file = file.next()) {
    parts.push_back(file.is_object() ? file["name"] : file);
  }
  set_text(std::move(parts), batch, record);
  return "";
}

int score_mattermost(const Sample& sample) {
  JsonTree tree;
  const JsonValue first = first_json_line(sample, tree);
  return first["type"].is_string() && sample.has("\"post\"") && sample.has("\"create_at\"") ? 95
                                                                                            : 0;
}

int score_signal(const Sample& sample) {
  JsonTree tree;
  const JsonValue first = first_json_line(sample, tree);
  return first["date"] && first["sender"] && first["body"] ? 95 : 0;
}

std::unique_ptr<Reader> open_mattermost(const Source& source) {
  return std::make_unique<JsonLinesReader>(source, make_mattermost);
}

std::unique_ptr<Reader> open_signal(const Source& source) {
  return std::make_unique<JsonLinesReader>(source, make_signal);
}

}  // namespace

const Format kMattermost{"mattermost", "", score_mattermost, open_mattermost};
const Format kSignal{"signal", "signal", score_signal, open_signal};

}  // namespace postlint
