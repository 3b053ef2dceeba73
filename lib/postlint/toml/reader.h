// Reading TOML the way postlint promises: every error of a file at once, with line and column; a
// key that nobody asked for is an error, with the known name that is nearest. Private to loaders.
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
  // It was held against its shape (toml/check.h): readers do not say the same again.
  bool checked = false;

  void fail(const toml::source_region& where, Message message);
  void fail(const SourcePlace& where, Message message);
};

// Parses a file's text. A syntax error is appended to file.errors, and the table is empty.
toml::table parse_toml(std::string_view text, TomlFile& file);

// Reads one table key by key; finish() reports what was not asked for.
class TomlReader {
 public:
  TomlReader(const toml::table& table, TomlFile& file) : table_(table), file_(file) {}

  // Each returns the value of `key`, or the default when it is missing; a value of another type is
  // an error, and so is a missing key that is required.
  std::string text(std::string_view key, bool required = false);
  double number(std::string_view key, double fallback, double low, double high);
  std::int64_t integer(std::string_view key, std::int64_t fallback, std::int64_t low,
                       std::int64_t high);
  bool boolean(std::string_view key, bool fallback);
  Localized localized(std::string_view key, bool required = false);  // text, or { nl, en }
  std::vector<SourceText> texts(std::string_view key);               // text, or list of texts
  std::vector<const toml::table*> tables(std::string_view key);      // table, or list of tables
  const toml::node* node(std::string_view key);

  // A text that must be one of `names`, by their positions.
  std::optional<std::size_t> choice(std::string_view key, std::span<const std::string_view> names);
  std::optional<std::size_t> choice_of(const SourceText& value, std::string_view key,
                                       std::span<const std::string_view> names);

  // Reports every key that was not read.
  void finish();

  void fail(std::string_view key, Message message);  // at the value of `key`, else at the table
  SourcePlace place(std::string_view key) const;
  SourcePlace place() const;

 private:
  const toml::node* find(std::string_view key);
  void wrong_type(const toml::node& node, std::string_view key, const char* expected);

  const toml::table& table_;
  TomlFile& file_;
  std::vector<std::string_view> asked_;
};

SourcePlace place_of(const toml::node& node, const TomlFile& file);

}  // namespace postlint
