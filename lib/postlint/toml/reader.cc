#include "postlint/toml/reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "postlint/base/nearest.h"

namespace postlint {

void TomlFile::fail(const toml::source_region& where, Message message) {
  fail(SourcePlace{name, where.begin.line, where.begin.column}, std::move(message));
}

void TomlFile::fail(const SourcePlace& where, Message message) {
  if (checked && message.key.starts_with("toml.")) return;
  errors.push_back({where.file, where.line, where.column, std::move(message)});
}

toml::table parse_toml(std::string_view text, TomlFile& file) {
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

const toml::node* TomlReader::find(std::string_view key) {
  asked_.push_back(key);
  return table_.get(key);
}

const toml::node* TomlReader::node(std::string_view key) { return find(key); }

void TomlReader::wrong_type(const toml::node& node, std::string_view key, const char* expected) {
  file_.fail(node.source(),
             {"toml.wrong-type", {{"key", std::string(key)}, {"expected", std::string(expected)}}});
}

std::string TomlReader::text(std::string_view key, bool required) {
  const toml::node* found = find(key);
  if (found == nullptr) {
    if (required) fail("", {"toml.missing-key", {{"key", std::string(key)}}});
    return {};
  }
  if (const auto* value = found->as_string()) return value->get();
  wrong_type(*found, key, "text");
  return {};
}

double TomlReader::number(std::string_view key, double fallback, double low, double high) {
  const toml::node* found = find(key);
  if (found == nullptr) return fallback;
  const auto value = found->is_number() ? found->value<double>() : std::nullopt;
  if (!value) {
    wrong_type(*found, key, "number");
  } else if (!(*value >= low && *value <= high)) {
    fail(key, {"toml.out-of-range",
               {{"key", std::string(key)},
                {"low", fmt::format("{}", low)},
                {"high", fmt::format("{}", high)}}});
  } else {
    return *value;
  }
  return fallback;
}

std::int64_t TomlReader::integer(std::string_view key, std::int64_t fallback, std::int64_t low,
                                 std::int64_t high) {
  const toml::node* found = find(key);
  if (found == nullptr) return fallback;
  const auto* value = found->as_integer();
  if (value == nullptr) {
    wrong_type(*found, key, "integer");
  } else if (value->get() < low || value->get() > high) {
    fail(key, {"toml.out-of-range",
               {{"key", std::string(key)},
                {"low", std::to_string(low)},
                {"high", std::to_string(high)}}});
  } else {
    return value->get();
  }
  return fallback;
}

bool TomlReader::boolean(std::string_view key, bool fallback) {
  const toml::node* found = find(key);
  if (found == nullptr) return fallback;
  if (const auto* value = found->as_boolean()) return value->get();
  wrong_type(*found, key, "boolean");
  return fallback;
}

Localized TomlReader::localized(std::string_view key, bool required) {
  const toml::node* found = find(key);
  if (found == nullptr) {
    if (required) fail("", {"toml.missing-key", {{"key", std::string(key)}}});
    return {};
  }
  if (const auto* value = found->as_string()) return {value->get(), {}};
  const auto* table = found->as_table();
  if (table == nullptr) {
    wrong_type(*found, key, "localized");
    return {};
  }
  TomlReader inner(*table, file_);
  Localized result{inner.text("nl", true), inner.text("en")};
  inner.finish();
  return result;
}

std::vector<SourceText> TomlReader::texts(std::string_view key) {
  std::vector<SourceText> result;
  const toml::node* found = find(key);
  if (found == nullptr) return result;
  if (const auto* value = found->as_string()) {
    result.push_back({value->get(), place_of(*found, file_)});
  } else if (const auto* list = found->as_array()) {
    for (const toml::node& item : *list) {
      if (const auto* text = item.as_string()) {
        result.push_back({text->get(), place_of(item, file_)});
      } else {
        wrong_type(item, key, "texts");
      }
    }
  } else {
    wrong_type(*found, key, "texts");
  }
  return result;
}

std::vector<const toml::table*> TomlReader::tables(std::string_view key) {
  std::vector<const toml::table*> result;
  const toml::node* found = find(key);
  if (found == nullptr) return result;
  if (const auto* table = found->as_table()) {
    result.push_back(table);
  } else if (const auto* list = found->as_array()) {
    for (const toml::node& item : *list) {
      if (const auto* table_item = item.as_table()) {
        result.push_back(table_item);
      } else {
        wrong_type(item, key, "tables");
      }
    }
  } else {
    wrong_type(*found, key, "tables");
  }
  return result;
}

std::optional<std::size_t> TomlReader::choice(std::string_view key,
                                              std::span<const std::string_view> names) {
  const std::string value = text(key);
  if (table_.get(key) == nullptr || !table_.get(key)->is_string()) return std::nullopt;
  return choice_of({value, place(key)}, key, names);
}

std::optional<std::size_t> TomlReader::choice_of(const SourceText& value, std::string_view key,
                                                 std::span<const std::string_view> names) {
  const auto found = std::find(names.begin(), names.end(), value.text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string choices;
  for (const std::string_view name : names) {
    choices += choices.empty() ? "" : ", ";
    choices += name;
  }
  file_.fail(value.place, {"toml.unknown-value",
                           {{"key", std::string(key)},
                            {"value", value.text},
                            {"hint", nearest_name(value.text, names)},
                            {"choices", choices}}});
  return std::nullopt;
}

void TomlReader::finish() {
  for (const auto& [key, value] : table_) {
    if (std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) continue;
    file_.fail(key.source(),
               {"toml.unknown-key",
                {{"key", std::string(key.str())},
                 {"hint", nearest_name(key.str(), std::span<const std::string_view>(asked_))}}});
  }
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
