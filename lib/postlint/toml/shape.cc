#include "postlint/toml/shape.h"

#include <algorithm>

namespace postlint {
namespace {

const KeyShape* find_in(const std::vector<KeyShape>& keys, std::string_view name) {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const KeyShape& key) { return key.name == name; });
  return found != keys.end() ? &*found : nullptr;
}

}  // namespace

const KeyShape* TableShape::find(std::string_view key, std::string_view variant) const {
  const KeyShape* found = find_in(keys, key);
  for (const ShapeVariant& it : variants) {
    if (found == nullptr && it.value == variant) found = find_in(it.keys, key);
  }
  return found;
}

std::vector<std::string_view> TableShape::key_names(std::string_view variant) const {
  std::vector<std::string_view> names;
  for (const KeyShape& key : keys) names.push_back(key.name);
  for (const ShapeVariant& it : variants) {
    if (it.value != variant) continue;
    for (const KeyShape& key : it.keys) names.push_back(key.name);
  }
  return names;
}

std::string about_key(const TableShape& table, const KeyShape& key) {
  if (key.described_in.find('.') != std::string_view::npos)
    return "shape." + std::string(key.described_in);
  const std::string_view where = key.described_in.empty() ? table.name : key.described_in;
  return "shape." + std::string(where) + "." + std::string(key.name);
}

}  // namespace postlint
