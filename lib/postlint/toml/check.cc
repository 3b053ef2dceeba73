#include "postlint/toml/check.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "postlint/base/nearest.h"

namespace postlint {
namespace {

class ShapeChecker {
 public:
  explicit ShapeChecker(TomlFile& file) : file_(file) {}

  void check_table(const toml::table& table, const TableShape& shape) {
    const std::string variant = table[shape.selector].value_or(std::string());
    for (const auto& [key, value] : table) {
      if (const KeyShape* known = shape.find(key.str(), variant)) {
        check_value(value, *known);
      } else if (shape.named != nullptr) {
        check_named(value, key.str(), *shape.named);
      } else {
        fail_unknown(key, shape.key_names(variant));
      }
    }
    for (const std::string_view name : shape.key_names(variant)) {
      if (shape.find(name, variant)->required && !table.contains(name))
        file_.fail(table.source(), {"toml.missing-key", {{"key", std::string(name)}}});
    }
  }

 private:
  void check_named(const toml::node& value, std::string_view name, const TableShape& shape) {
    if (const auto* table = value.as_table()) return check_table(*table, shape);
    fail_kind(value, {.name = name, .kinds = kTable});
  }

  void check_value(const toml::node& value, const KeyShape& key) {
    const auto* list = value.as_array();
    if (list == nullptr) {
      if ((key.kinds & kListOnly) != 0) return fail_kind(value, key);
      return check_item(value, key);
    }
    if ((key.kinds & (kList | kListOnly)) == 0) return fail_kind(value, key);
    if (key.required && list->empty())
      file_.fail(value.source(), {"toml.empty-list", {{"key", std::string(key.name)}}});
    for (const toml::node& item : *list) check_item(item, key);
  }

  void check_item(const toml::node& value, const KeyShape& key) {
    if (const auto* text = value.as_string(); text != nullptr && (key.kinds & kText) != 0) {
      check_choice(value, text->get(), key);
    } else if (value.is_integer() ? (key.kinds & (kInteger | kNumber)) != 0
                                  : value.is_floating_point() && (key.kinds & kNumber) != 0) {
      check_range(value, *value.value<double>(), key);
    } else if (const auto* table = value.as_table(); table != nullptr && (key.kinds & kTable)) {
      check_table(*table, *key.table);
    } else if (!(value.is_boolean() && (key.kinds & kBoolean)) &&
               !(value.is_date() && (key.kinds & kDate))) {
      fail_kind(value, key);
    }
  }

  void check_choice(const toml::node& where, const std::string& value, const KeyShape& key) {
    const auto& names = key.choices;
    if (names.empty() || std::find(names.begin(), names.end(), value) != names.end()) return;
    file_.fail(where.source(), {"toml.unknown-value",
                                {{"key", std::string(key.name)},
                                 {"value", value},
                                 {"hint", nearest_name(value, names)},
                                 {"choices", fmt::format("{}", fmt::join(names, ", "))}}});
  }

  void check_range(const toml::node& where, double value, const KeyShape& key) {
    if ((key.low == 0 && key.high == 0) || (value >= key.low && value <= key.high)) return;
    file_.fail(where.source(), {"toml.out-of-range",
                                {{"key", std::string(key.name)},
                                 {"low", fmt::format("{}", key.low)},
                                 {"high", fmt::format("{}", key.high)}}});
  }

  void fail_unknown(const toml::key& key, const std::vector<std::string_view>& known) {
    file_.fail(key.source(),
               {"toml.unknown-key",
                {{"key", std::string(key.str())},
                 {"hint", nearest_name(key.str(), std::span<const std::string_view>(known))}}});
  }

  void fail_kind(const toml::node& value, const KeyShape& key) {
    file_.fail(value.source(),
               {"toml.wrong-type",
                {{"key", std::string(key.name)}, {"expected", std::string(expected(key))}}});
  }

  // What the catalog's "toml.wrong-type" calls it.
  static std::string_view expected(const KeyShape& key) {
    const bool is_list = (key.kinds & (kList | kListOnly)) != 0;
    if (key.table != nullptr && key.table->name == "localized") return "localized";
    if ((key.kinds & kTable) != 0) return is_list ? "tables" : "table";
    if ((key.kinds & kText) != 0) return is_list ? "texts" : "text";
    if ((key.kinds & kInteger) != 0) return "integer";
    if ((key.kinds & kNumber) != 0) return "number";
    if ((key.kinds & kDate) != 0) return "date";
    return "boolean";
  }

  TomlFile& file_;
};

}  // namespace

void check_shape(const toml::table& table, const TableShape& shape, TomlFile& file) {
  const auto first = static_cast<std::ptrdiff_t>(file.errors.size());
  ShapeChecker(file).check_table(table, shape);
  std::stable_sort(file.errors.begin() + first, file.errors.end(),
                   [](const Error& a, const Error& b) {
                     return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                   });
}

}  // namespace postlint
