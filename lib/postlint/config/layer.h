// One source of settings as it stands: a file, the environment, or the options of a command.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/rules/context.h"
#include "postlint/suppress/suppression_entries.h"

namespace postlint {

// Where a value was set.
struct Origin {
  enum class Kind : std::uint8_t { file, environment, option };
  Kind kind = Kind::file;
  std::string name;          // "postlint.toml", "POSTLINT_ROLE", "--role"
  std::uint32_t line = 0;    // files: from 1
  std::uint32_t column = 0;  // files: code points from 1

  Error error(Message message) const { return {file(), line, column, std::move(message)}; }
  std::string file() const { return kind == Kind::file ? name : std::string(); }
};

// One value; a list is several entries with the same key.
struct Entry {
  std::string rule;  // "conduct/insult" or "conduct/*"; empty: not about a rule
  std::string key;   // "role", "severity", ... (config/keys.h)
  std::string value;
  Origin origin;
};

// Entries that count for some files or channels alone. An empty list means any.
struct Override {
  Origin origin;
  std::vector<std::string> paths;
  std::vector<Channel> channels;
  std::vector<Entry> entries;
};

struct Layer {
  std::string file;    // as messages name it; empty: no file
  std::string folder;  // absolute, where `paths` begin; empty: no file
  bool root = false;
  std::vector<Entry> entries;
  std::vector<Override> overrides;
  SuppressionEntries suppressions;  // what may stand: [organisation] and [[allow]]
};

}  // namespace postlint
