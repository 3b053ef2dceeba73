// A message for people, before it has a language: the key of a text in the message catalog
// (report/messages.h) and the values of the placeholders in it. The library itself never prints.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace postlint {

using MessageValue = std::variant<std::string, std::int64_t>;

struct Message {
  std::string key;  // e.g. "pattern.unknown-key"
  std::vector<std::pair<std::string, MessageValue>>
      args;  // {"key", "severty"}, {"hint", "severity"}

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace postlint
