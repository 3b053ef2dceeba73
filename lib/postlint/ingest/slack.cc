// Slack's workspace export: a folder a channel, a file a day, each an array of messages. The names
// of users stand in them where Slack wrote them ("user_profile"), else in users.json beside the
// folders; without that, the user's id is the author.

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_messages.h"

namespace postlint {
namespace {

JsonValue author_of(JsonValue item) {
  const JsonValue profile = item["user_profile"];
  for (const JsonValue name : {profile["real_name"], profile["display_name"], profile["name"],
                               item["username"], item["user"]}) {
    if (name.has_text()) return name;
  }
  return {};
}

Kind kind_of(JsonValue item) {
  const std::string_view type = item["subtype"].raw();
  if (type == "tombstone") return Kind::deleted;
  if (type == "huddle_thread") return Kind::call;
  const bool own_words = type.empty() || type == "bot_message" || type == "thread_broadcast" ||
                         type == "me_message" || type == "file_share" || type == "file_comment";
  if (!own_words) return Kind::system;
  return item["text"].has_text() ? Kind::message : Kind::media;
}

bool make_record(JsonValue item, RecordBatch& batch, Record& record) {
  if (!item["ts"] || item["type"].raw() != "message") return false;
  record.id = keep(item["ts"], batch);
  record.time = timestamp_from(item["ts"].text()).value_or(Timestamp());
  record.kind = kind_of(item);
  if (record.kind != Kind::system) set_author(author_of(item), batch, record);
  std::vector<JsonValue> parts = {item["text"]};
  for (JsonValue file = item["files"].first(); file; file = file.next())
    parts.push_back(file["name"]);
  set_text(std::move(parts), batch, record);
  return true;
}

class SlackReader : public Reader {
 public:
  explicit SlackReader(const Source& source)
      : name_(source.name),
        users_(source.users),
        messages_(source, JsonMessageReader::Options{{""}, false, make_record}) {}

  bool read(RecordBatch& batch) override {
    if (!messages_.read(batch)) return false;
    for (Record& record : batch.records) {
      if (users_ == nullptr || record.author.empty()) continue;
      const std::string_view name = users_->find(name_, record.author);
      if (!name.empty()) record.author = batch.keep(std::string(name));
    }
    return true;
  }

 private:
  std::string name_;
  const UserNames* users_;
  JsonMessageReader messages_;
};

// Who is in the workspace.
bool make_user(JsonValue item, RecordBatch& batch, Record& record) {
  const JsonValue profile = item["profile"];
  if (!profile.is_object()) return false;
  record.id = keep(item["id"], batch);
  record.kind = Kind::system;
  set_text({profile["real_name"], profile["display_name"], profile["title"], profile["email"],
            profile["phone"]},
           batch, record);
  return true;
}

int score_users(const Sample& sample) {
  return is_user_list(sample.name) && sample.has("\"profile\"") ? 95 : 0;
}

std::unique_ptr<Reader> open_users(const Source& source) {
  return std::make_unique<JsonMessageReader>(source,
                                             JsonMessageReader::Options{{""}, false, make_user});
}

int score(const Sample& sample) {
  const bool array = sample.head.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == sample.head.find('[');
  const bool message = sample.has("\"type\": \"message\"") || sample.has("\"type\":\"message\"");
  return array && message && sample.has("\"ts\"") ? 90 : 0;
}

std::unique_ptr<Reader> open(const Source& source) { return std::make_unique<SlackReader>(source); }

}  // namespace

const Format kSlack{"slack", "", score, open};
const Format kSlackUsers{"slack-users", "", score_users, open_users};

}  // namespace postlint
