#include "postlint/toml/reader.h"

#include <algorithm>

namespace postlint {

void TomlFile::fail(const toml::source_region& where, Message message) {
  fail(SourcePlace{name, where.begin.line, where.begin.column}, std::move(message));
}

void TomlFile::fail(const SourcePlace& where, Message message) {
  errors.push_back({where.file, where.line, where.column, std::move(message)});
}

namespace {

bool is_part_of_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '"' || c == '\'';
}

// Each part of a dotted key is a table within a table, and toml++ goes through those by recursion.
// Counted in values too: better to refuse a strange text than to fall into a deep one.
bool has_deep_key(std::string_view text) {
  constexpr int kDeepest = 100;
  int depth = 0;
  bool named = false;  // there is something between the last dot and here
  for (const char c : text) {
    if (c == '.' && named) {
      if (++depth > kDeepest) return true;
      named = false;
    } else if (is_part_of_key(c)) {
      named = true;
    } else if (c != ' ' && c != '\t') {
      depth = 0;
      named = false;
    }
  }
  return false;
}

}  // namespace

toml::table parse_toml(std::string_view text, TomlFile& file) {
  if (has_deep_key(text)) {
    file.fail(SourcePlace{file.name, 0, 0}, {"toml.syntax", {{"reason", "key too deep"}}});
    return {};
  }
  try {
    return toml::parse(text, file.name);
  } catch (const toml::parse_error& error) {
    file.fail(error.source(), {"toml.syntax", {{"reason", std::string(error.description())}}});
    return {};
  }
}

SourcePlace place_of(const toml::node& node, const TomlFile& file) {
  return {file.name, node.source().begin.line, node.source().begin.column};
}

std::string TomlReader::text(std::string_view key) const {
  return table_[key].value_or(std::string());
}

double TomlReader::number(std::string_view key, double fallback) const {
  return table_[key].value_or(fallback);
}

std::int64_t TomlReader::integer(std::string_view key, std::int64_t fallback) const {
  return table_[key].value_or(fallback);
}

Localized TomlReader::localized(std::string_view key) const {
  const toml::node* found = node(key);
  if (found == nullptr) return {};
  if (const auto* value = found->as_string()) return {value->get(), {}};
  const auto* table = found->as_table();
  if (table == nullptr) return {};
  return {(*table)["nl"].value_or(std::string()), (*table)["en"].value_or(std::string())};
}

std::vector<SourceText> TomlReader::texts(std::string_view key) const {
  std::vector<SourceText> result;
  const auto add = [&](const toml::node& item) {
    if (const auto* text = item.as_string()) result.push_back({text->get(), place_of(item, file_)});
  };
  const toml::node* found = node(key);
  if (found == nullptr) return result;
  add(*found);
  if (const auto* list = found->as_array()) {
    for (const toml::node& item : *list) add(item);
  }
  return result;
}

std::vector<const toml::table*> TomlReader::tables(std::string_view key) const {
  std::vector<const toml::table*> result;
  const auto add = [&](const toml::node& item) {
    if (const auto* table = item.as_table()) result.push_back(table);
  };
  const toml::node* found = node(key);
  if (found == nullptr) return result;
  add(*found);
  if (const auto* list = found->as_array()) {
    for (const toml::node& item : *list) add(item);
  }
  return result;
}

std::optional<std::size_t> TomlReader::choice(std::string_view key,
                                              std::span<const std::string_view> names) const {
  const toml::node* found = node(key);
  if (found == nullptr || !found->is_string()) return std::nullopt;
  return choice_of({text(key), place(key)}, names);
}

std::optional<std::size_t> TomlReader::choice_of(const SourceText& value,
                                                 std::span<const std::string_view> names) {
  const auto found = std::find(names.begin(), names.end(), value.text);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

void TomlReader::fail(std::string_view key, Message message) {
  const toml::node* found = key.empty() ? nullptr : table_.get(key);
  file_.fail(found != nullptr ? found->source() : table_.source(), std::move(message));
}

SourcePlace TomlReader::place(std::string_view key) const {
  const toml::node* found = table_.get(key);
  return found != nullptr ? place_of(*found, file_) : place();
}

SourcePlace TomlReader::place() const { return place_of(table_, file_); }

}  // namespace postlint
