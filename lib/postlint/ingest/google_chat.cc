// Google Takeout's Chat: messages.json of a group or conversation.

#include <array>
#include <charconv>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/format_list.h"
#include "postlint/ingest/json_messages.h"

namespace postlint {
namespace {

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};

// The number in `words` that begins at `at`; what stands behind it begins at `at` afterwards.
int take_number(std::string_view words, std::size_t& at) {
  at = std::min(words.find_first_of("0123456789", at), words.size());
  int value = 0;
  const auto [end, problem] =
      std::from_chars(words.data() + at, words.data() + words.size(), value);
  at = static_cast<std::size_t>(end - words.data());
  return problem == std::errc() ? value : -1;
}

// "Monday, March 10, 2025 at 7:42:30 AM UTC", which Takeout writes in English whatever the
// language.
std::optional<Timestamp> english_time(std::string_view written) {
  const std::string words = plain(written);
  for (std::size_t month = 0; month < std::size(kMonths); ++month) {
    std::size_t at = words.find(kMonths[month]);
    if (at == std::string::npos) continue;
    std::array<int, 5> numbers{};  // day, year, hour, minute, second
    for (int& number : numbers) number = take_number(words, at);
    if (numbers[1] < 0 || !is_date(numbers[1], static_cast<int>(month) + 1, numbers[0]))
      return std::nullopt;
    const std::string half = words.find("pm", at) != std::string::npos   ? " PM"
                             : words.find("am", at) != std::string::npos ? " AM"
                                                                         : "";
    std::string text = std::to_string(numbers[1]) + "-" + std::to_string(month + 1) + "-" +
                       std::to_string(numbers[0]);
    if (numbers[2] >= 0 && numbers[3] >= 0) {
      text += " " + std::to_string(numbers[2]) + ":" + std::to_string(numbers[3]);
      if (numbers[4] >= 0) text += ":" + std::to_string(numbers[4]);
      text += half;
    }
    auto time = timestamp_from(text);
    if (time && words.ends_with("utc")) time->zone = 0;
    return time;
  }
  return timestamp_from(written);
}

bool make_record(JsonValue item, RecordBatch& batch, Record& record) {
  if (!item["creator"]) return false;
  const bool deleted = item["message_state"].raw() == "DELETED" || item["deletion_metadata"];
  record.id = keep(item["message_id"], batch);
  record.time = english_time(item["created_date"].text()).value_or(Timestamp());
  record.kind = deleted ? Kind::deleted : item["text"].has_text() ? Kind::message : Kind::media;
  const JsonValue name = item["creator"]["name"];
  set_author(name.has_text() ? name : item["creator"]["email"], batch, record);
  std::vector<JsonValue> parts = {item["text"]};
  for (JsonValue file = item["attached_files"].first(); file; file = file.next()) {
    parts.push_back(file["original_name"]);
  }
  set_text(std::move(parts), batch, record);
  return true;
}

int score(const Sample& sample) {
  return sample.has("\"creator\"") && sample.has("\"created_date\"") && sample.has("\"messages\"")
             ? 95
             : 0;
}

std::unique_ptr<Reader> open(const Source& source) {
  return std::make_unique<JsonMessageReader>(
      source, JsonMessageReader::Options{{"messages"}, false, make_record});
}

}  // namespace

const Format kGoogleChat{"google-chat", "", score, open};

}  // namespace postlint
