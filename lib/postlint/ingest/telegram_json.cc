// Telegram Desktop's "machine-readable JSON": one chat, or all of an account
// (chats.list[].messages).

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_messages.h"

namespace postlint {
namespace {

// A text is a string, or a row of strings and of objects for what is marked up.
void add_text_parts(JsonValue text, std::vector<JsonValue>& parts) {
  if (text.is_string()) parts.push_back(text);
  for (JsonValue part = text.first(); part; part = part.next()) {
    parts.push_back(part.is_object() ? part["text"] : part);
  }
}

// Parts of one text follow each other without anything between them.
void append_running_text(JsonValue text, MappedText& out) {
  std::vector<JsonValue> parts;
  add_text_parts(text, parts);
  for (const JsonValue part : parts) part.append_to(out);
}

void append_on_new_line(JsonValue value, MappedText& out) {
  if (!value.has_text()) return;
  // Telegram writes this for what was left out of the export.
  if (value.raw().starts_with("(File ")) return;
  if (!out.empty()) out.add("\n");
  value.append_to(out);
}

void append_poll(JsonValue poll, MappedText& out) {
  append_on_new_line(poll["question"], out);
  for (JsonValue answer = poll["answers"].first(); answer; answer = answer.next()) {
    append_on_new_line(answer["text"], out);
  }
}

void append_contact(JsonValue contact, MappedText& out) {
  for (const char* field : {"first_name", "last_name", "phone_number"}) {
    append_on_new_line(contact[field], out);
  }
}

// In the order in which Telegram writes the fields, so that all of it keeps its place.
MappedText text_of(JsonValue item) {
  MappedText out;
  for (JsonValue member = item.first(); member; member = member.next()) {
    const std::string_view key = member.key();
    if (key == "file_name" || key == "title" || key == "new_title" || key == "place_name" ||
        key == "address") {
      append_on_new_line(member, out);
    } else if (key == "contact_information") {
      append_contact(member, out);
    } else if (key == "poll") {
      append_poll(member, out);
    } else if (key == "members") {
      for (JsonValue name = member.first(); name; name = name.next()) append_on_new_line(name, out);
    } else if (key == "text") {
      if (!out.empty() && (member.has_text() || member.first())) out.add("\n");
      append_running_text(member, out);
    }
  }
  return out;
}

Kind kind_of(JsonValue item) {
  if (item["action"].raw() == "phone_call" || item["action"].raw() == "group_call")
    return Kind::call;
  if (item["type"].raw() != "message") return Kind::system;
  if (item["poll"]) return Kind::poll;
  const JsonValue text = item["text"];
  const bool has_words = text.has_text() || text.first();
  return has_words ? Kind::message : Kind::media;
}

bool make_record(JsonValue item, RecordBatch& batch, Record& record) {
  if (!item.is_object() || !item["type"]) return false;
  record.id = keep(item["id"], batch);
  record.kind = kind_of(item);
  record.time = timestamp_from(item["date"].text()).value_or(Timestamp());
  if (record.kind == Kind::system || record.kind == Kind::call) {
    if (record.kind == Kind::call) set_author(item["actor"], batch, record);
  } else {
    set_author(item["from"], batch, record);
  }
  batch.keep_text(text_of(item), record);
  if (record.text.empty()) record.text_offset = record.range.begin;
  return true;
}

int score(const Sample& sample) {
  if (!sample.has("\"messages\"") || !sample.has("\"date\"")) return 0;
  if (!sample.has("\"type\": \"message\"") && !sample.has("\"type\":\"message\"") &&
      !sample.has("\"type\": \"service\"") && !sample.has("\"type\":\"service\"")) {
    return 0;
  }
  return sample.has("\"from_id\"") || sample.has("\"date_unixtime\"") ? 95 : 75;
}

std::unique_ptr<Reader> open(const Source& source) {
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{"messages"}, false, make_record});
}

}  // namespace

const Format kTelegramJson{"telegram-json", "telegram", score, open};

}  // namespace postlint
