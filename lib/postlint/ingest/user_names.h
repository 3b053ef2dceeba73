// Names of people by their ids, where an export keeps both in a file of its own: Slack's
// users.json, beside the folders of its channels.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace postlint {

struct Source;

// True if a source's name is that of such a file.
bool is_user_list(std::string_view source_name);

// Of all exports that the user named; immutable once it is filled, and then safe to share.
class UserNames {
 public:
  // Takes the names in a list of users. What is none, or is damaged, adds what can be read of it.
  void add(const Source& users);

  // The name of user `id`, for a source below the folder of the list; empty if it is not known.
  std::string_view find(std::string_view source_name, std::string_view id) const;

 private:
  using Names = std::unordered_map<std::string, std::string>;
  std::unordered_map<std::string, Names> folders_;  // "klas.zip/" -> id -> name
};

}  // namespace postlint
