#include "postlint/ingest/user_names.h"

#include "postlint/ingest/json_messages.h"

namespace postlint {
namespace {

constexpr std::string_view kListName = "users.json";
constexpr std::size_t kMostUsers = 200'000;

// Up to the last slash, and with it; empty if there is none.
std::string_view folder_of(std::string_view name) { return name.substr(0, name.rfind('/') + 1); }

std::string name_of(JsonValue user) {
  const JsonValue profile = user["profile"];
  for (const JsonValue name :
       {profile["real_name"], user["real_name"], profile["display_name"], user["name"]}) {
    if (name.has_text()) return name.text();
  }
  return "";
}

}  // namespace

bool is_user_list(std::string_view source_name) {
  return source_name.substr(folder_of(source_name).size()) == kListName;
}

void UserNames::add(const Source& users) {
  Names& names = folders_[std::string(folder_of(users.name))];
  JsonTree tree;
  JsonItems items(users.bytes, 0, {""});
  while (const auto item = items.next()) {
    if (names.size() >= kMostUsers || !tree.parse(*item, 0)) return;
    const JsonValue user = tree.root();
    if (user["id"].has_text()) names.emplace(user["id"].text(), name_of(user));
  }
}

std::string_view UserNames::find(std::string_view source_name, std::string_view id) const {
  // From the source's own folder outwards.
  for (std::string_view folder = folder_of(source_name);;
       folder = folder_of(folder.substr(0, folder.size() - 1))) {
    const auto names = folders_.find(std::string(folder));
    if (names != folders_.end()) {
      const auto found = names->second.find(std::string(id));
      return found == names->second.end() ? std::string_view() : found->second;
    }
    if (folder.empty()) return {};
  }
}

}  // namespace postlint
