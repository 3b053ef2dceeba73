// Archives of one person's own posts: X (tweets.js, a line of JavaScript before the JSON) and
// Mastodon (outbox.json of ActivityPub, whose texts are HTML).

#include <algorithm>

#include "postlint/ingest/format_list.h"
#include "postlint/ingest/html_text.h"
#include "postlint/ingest/json_messages.h"

namespace postlint {
namespace {

constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";

// "Wed Oct 10 20:19:24 +0000 2018"
std::optional<Timestamp> x_time(std::string_view words) {
  constexpr std::size_t kLength = 30;
  if (words.size() != kLength) return std::nullopt;
  std::string month(words.substr(4, 3));
  month[0] = static_cast<char>(month[0] | 0x20);
  const std::size_t number = kMonths.find(month);
  if (number == std::string_view::npos || number % 3 != 0) return std::nullopt;
  return timestamp_from(std::string(words.substr(26, 4)) + "-" + std::to_string(number / 3 + 1) +
                        "-" + std::string(words.substr(8, 2)) + "T" +
                        std::string(words.substr(11, 8)) + std::string(words.substr(20, 5)));
}

bool make_tweet(JsonValue item, RecordBatch& batch, Record& record) {
  const JsonValue tweet = item["tweet"].is_object() ? item["tweet"] : item;
  const JsonValue words = tweet["full_text"] ? tweet["full_text"] : tweet["text"];
  if (!words.is_string()) return false;
  record.id = keep(tweet["id_str"], batch);
  record.time = x_time(tweet["created_at"].text()).value_or(Timestamp());
  set_text({words}, batch, record);
  return true;
}

bool make_toot(JsonValue item, RecordBatch& batch, Record& record) {
  const JsonValue note = item["object"];
  if (!note.is_object() || !note["content"].is_string()) return false;  // a boost is another's post
  record.id = keep(note["id"], batch);
  set_author(note["attributedTo"], batch, record);
  record.time = timestamp_from(note["published"].text()).value_or(Timestamp());
  MappedText html, text;
  note["content"].append_to(html);
  append_html_text(html, text);
  // What a picture shows, in the author's words.
  for (JsonValue picture = note["attachment"].first(); picture; picture = picture.next()) {
    if (!picture["name"].has_text()) continue;
    if (!text.empty()) text.add("\n");
    picture["name"].append_to(text);
  }
  batch.keep_text(std::move(text), record);
  if (record.text.empty()) record.text_offset = record.range.begin;
  return true;
}

int score_x(const Sample& sample) {
  return sample.head.starts_with("window.YTD.") && sample.has("\"full_text\"") ? 95 : 0;
}

int score_mastodon(const Sample& sample) {
  return sample.has("\"orderedItems\"") && sample.has("activitystreams") ? 95 : 0;
}

std::unique_ptr<Reader> open_x(const Source& source) {
  const std::size_t begin = std::min(source.bytes.find('['), source.bytes.size());
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{""}, false, make_tweet, begin});
}

std::unique_ptr<Reader> open_mastodon(const Source& source) {
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{"orderedItems"}, false, make_toot});
}

}  // namespace

const Format kX{"x", "x", score_x, open_x};
const Format kMastodon{"mastodon", "", score_mastodon, open_mastodon};

}  // namespace postlint
