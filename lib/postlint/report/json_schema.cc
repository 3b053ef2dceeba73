#include "postlint/report/json_schema.h"

#include <nlohmann/json.hpp>

#include "postlint/report/messages.h"

namespace postlint {
namespace {

using Json = nlohmann::ordered_json;

class SchemaWriter {
 public:
  explicit SchemaWriter(Language language) : language_(language) {}

  std::string write(const TableShape& shape) {
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}};
    schema.update(table(shape));
    if (!definitions_.empty()) schema["definitions"] = definitions_;
    return schema.dump(2) + "\n";
  }

 private:
  // Where another key chooses among variants, each is a table of its own.
  Json table(const TableShape& shape) {
    if (shape.variants.empty()) return table_of(shape, shape.keys);
    Json any = Json::array();
    for (const ShapeVariant& variant : shape.variants) {
      std::vector<KeyShape> keys = shape.keys;
      keys.insert(keys.end(), variant.keys.begin(), variant.keys.end());
      Json one = table_of(shape, keys);
      one["properties"][std::string(shape.selector)] = {{"const", variant.value}};
      any.push_back(std::move(one));
    }
    return {{"oneOf", std::move(any)}};
  }

  Json table_of(const TableShape& shape, const std::vector<KeyShape>& keys) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeyShape& key : keys) {
      Json described = {{"description", format_message(about_key(shape, key), language_)}};
      described.update(value(key));
      properties[std::string(key.name)] = std::move(described);
      if (key.required) required.push_back(key.name);
    }
    Json result = {{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) result["required"] = std::move(required);
    result["additionalProperties"] = shape.named != nullptr ? reference(*shape.named) : Json(false);
    return result;
  }

  Json value(const KeyShape& key) {
    Json any = kinds(key);
    const Json item = one_of(any);
    Json list = {{"type", "array"}, {"items", item}};
    if (key.required) list["minItems"] = 1;
    if ((key.kinds & kListOnly) != 0) return list;
    if ((key.kinds & kList) != 0) any.push_back(list);
    return one_of(any);
  }

  static Json one_of(const Json& any) {
    return any.size() == 1 ? any.front() : Json{{"anyOf", any}};
  }

  Json kinds(const KeyShape& key) {
    Json any = Json::array();
    const auto is = [&](ValueKind kind) { return (key.kinds & kind) != 0; };
    if (is(kText) && key.choices.empty()) any.push_back({{"type", "string"}});
    if (is(kText) && !key.choices.empty()) any.push_back({{"enum", key.choices}});
    if (is(kInteger)) any.push_back(number("integer", key));
    if (is(kNumber)) any.push_back(number("number", key));
    if (is(kBoolean)) any.push_back({{"type", "boolean"}});
    if (is(kDate)) any.push_back({{"type", "string"}, {"format", "date"}});
    if (is(kTable)) any.push_back(reference(*key.table));
    return any;
  }

  static Json number(const char* type, const KeyShape& key) {
    Json result = {{"type", type}};
    if (key.low == 0 && key.high == 0) return result;
    result["minimum"] = key.low;
    result["maximum"] = key.high;
    return result;
  }

  // Shapes may stand in many places: each is written once.
  Json reference(const TableShape& shape) {
    const std::string name(shape.name);
    if (!definitions_.contains(name)) {
      definitions_[name] = nullptr;
      Json defined = table(shape);
      definitions_[name] = std::move(defined);
    }
    return {{"$ref", "#/definitions/" + name}};
  }

  Language language_;
  Json definitions_ = Json::object();
};

}  // namespace

std::string json_schema(const TableShape& shape, Language language) {
  return SchemaWriter(language).write(shape);
}

}  // namespace postlint
