// What may stand in a TOML file: one description from which files are checked
// (toml/check.h) and from which their JSON Schema is written (report/json_schema.h), so that
// the two cannot disagree.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace postlint {

struct TableShape;

// The kinds of values that a key may have, added up.
enum ValueKind : unsigned {
  kText = 1U,
  kInteger = 2U,
  kNumber = 4U,  // with or without a fraction
  kBoolean = 8U,
  kDate = 16U,
  kTable = 32U,
  kList = 64U,      // or a list of any of the others
  kListOnly = 128U  // such a list, and nothing else
};

struct KeyShape {
  std::string_view name;
  unsigned kinds = kText;
  bool required = false;                           // it must be there; a list, with something in it
  std::span<const std::string_view> choices = {};  // texts: one of these; empty: any
  double low = 0, high = 0;                        // numbers: from low to high; both 0: any
  const TableShape* table = nullptr;               // tables: of this shape
  // Where the catalog says what it means, if not at this table: another's name, or "NAME.KEY".
  std::string_view described_in = {};
};

// Keys that count where another key has a certain value: those of a regex where kind = "regex".
struct ShapeVariant {
  std::string_view value;
  std::vector<KeyShape> keys;
};

// Keys in the order in which people like to read them. What a key means is a text of the message
// catalog, "shape.NAME.KEY". Each shape has a name of its own.
struct TableShape {
  std::string_view name;
  std::vector<KeyShape> keys;
  // Keys that the user names, each a table of this shape: [rules."conduct/insult"].
  const TableShape* named = nullptr;
  std::string_view selector = {};  // the key whose value chooses among the variants
  std::vector<ShapeVariant> variants = {};

  // The key of that name, of the variants too if `variant` names one; null if there is none.
  const KeyShape* find(std::string_view key, std::string_view variant = {}) const;
  // Keys that count in `variant`, for hints.
  std::vector<std::string_view> key_names(std::string_view variant = {}) const;
};

// The catalog's key of what a key means.
std::string about_key(const TableShape& table, const KeyShape& key);

}  // namespace postlint
