#include "postlint/report/baseline_counts.h"

#include <cstdint>

#include "postlint/report/json_objects.h"

namespace postlint {

std::vector<Message> baseline_messages(const BaselineCounts& counts) {
  std::vector<Message> messages;
  if (counts.known > 0)
    messages.push_back({"baseline.known", {{"count", static_cast<std::int64_t>(counts.known)}}});
  std::int64_t gone = 0;
  std::string rules;
  for (const auto& [rule, count] : counts.gone) {
    gone += static_cast<std::int64_t>(count);
    rules += (rules.empty() ? "" : ", ") + rule + ": " + std::to_string(count);
  }
  if (gone > 0) messages.push_back({"baseline.gone", {{"count", gone}, {"rules", rules}}});
  return messages;
}

std::string baseline_json(const BaselineCounts& counts) {
  Json object;
  object["known"] = counts.known;
  object["gone"] = Json(counts.gone);
  if (counts.gone.empty()) object["gone"] = Json::object();
  return object.dump();
}

}  // namespace postlint
