// Reading TOML the way postlint promises: every error of a file at once, with line and column. What
// may stand in a file its shape says, and toml/check.h alone complains of what may not. Private to
// loaders.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "postlint/base/language.h"
#include "postlint/base/result.h"
#include "postlint/base/source_place.h"

namespace postlint {

// One file being read: its name and what was wrong so far.
struct TomlFile {
  std::string name;
  Errors errors;

  void fail(const toml::source_region& where, Message message);
  void fail(const SourcePlace& where, Message message);
};

// Parses a file's text. A syntax error is appended to file.errors, and the table is empty.
toml::table parse_toml(std::string_view text, TomlFile& file);

// Reads one table key by key, after it was held against its shape: what is missing or wrong there
// reads as the default, and is not told again.
class TomlReader {
 public:
  TomlReader(const toml::table& table, TomlFile& file) : table_(table), file_(file) {}

  // Each returns the value of `key`, or the default.
  std::string text(std::string_view key) const;
  double number(std::string_view key, double fallback) const;
  std::int64_t integer(std::string_view key, std::int64_t fallback) const;
  Localized localized(std::string_view key) const;                     // text, or { nl, en }
  std::vector<SourceText> texts(std::string_view key) const;           // text, or list of texts
  std::vector<const toml::table*> tables(std::string_view key) const;  // table, or list of tables
  const toml::node* node(std::string_view key) const { return table_.get(key); }

  // A text that is one of `names`, by their positions.
  std::optional<std::size_t> choice(std::string_view key,
                                    std::span<const std::string_view> names) const;
  static std::optional<std::size_t> choice_of(const SourceText& value,
                                              std::span<const std::string_view> names);

  void fail(std::string_view key, Message message);  // at the value of `key`, else at the table
  SourcePlace place(std::string_view key) const;
  SourcePlace place() const;

 private:
  const toml::table& table_;
  TomlFile& file_;
};

SourcePlace place_of(const toml::node& node, const TomlFile& file);

}  // namespace postlint
