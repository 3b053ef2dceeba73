#include "postlint/config/keys.h"

#include "postlint/base/language_names.h"
#include "postlint/rules/context.h"
#include "postlint/suppress/suppression_reader.h"

namespace postlint {
namespace {

constexpr std::string_view kLevels[] = {kOff, "advice", "warning", "error"};
constexpr std::string_view kFailOn[] = {"error", "warning", "advice", kNever};
constexpr std::string_view kOfEnvironment[] = {"role",         "account",  "channel", "audience",
                                               "protocol",     "lang",     "fail-on", "patterns",
                                               "dictionaries", "protocols"};

std::vector<KeyShape> context_keys() {
  return {{.name = "role", .choices = role_names()},
          {.name = "account", .choices = account_names()},
          {.name = "channel", .choices = channel_names()},
          {.name = "nature", .choices = nature_names()},
          {.name = "audience", .choices = audience_names()},
          {.name = "characters", .kinds = kInteger, .low = 1, .high = kMostCharacters},
          {.name = "brief", .kinds = kInteger, .low = 1, .high = kMostCharacters},
          {.name = "protocol"},
          {.name = "fail-on", .choices = kFailOn}};
}

// Which words a rule has is settled when the rules are loaded: not in an override.
const TableShape& rule_in_override_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {.name = "rule-in-override",
                        .keys = {{.name = "severity", .choices = kLevels},
                                 {.name = "min-confidence", .kinds = kNumber, .low = 0, .high = 1},
                                 {.name = "ignore", .kinds = kText | kList}}};
    for (KeyShape& key : shape.keys) key.described_in = "rule-settings";
    return shape;
  }();
  return kShape;
}

}  // namespace

const TableShape& rule_settings_shape() {
  static const TableShape kShape = [] {
    TableShape shape = rule_in_override_shape();
    shape.name = "rule-settings";
    for (KeyShape& key : shape.keys) key.described_in = {};
    shape.keys.push_back({.name = "words", .kinds = kText | kList});
    return shape;
  }();
  return kShape;
}

namespace {

// A table of rules by their names.
const TableShape& rules_shape(const TableShape& rule) {
  static const TableShape kAll = {.name = "rules", .keys = {}, .named = &rule_settings_shape()};
  static const TableShape kInOverride = {
      .name = "rules-in-override", .keys = {}, .named = &rule_in_override_shape()};
  return &rule == &rule_settings_shape() ? kAll : kInOverride;
}

const TableShape& override_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {
        .name = "override",
        .keys = {{.name = "paths", .kinds = kText | kList},
                 {.name = "channels", .kinds = kText | kList, .choices = channel_names()}}};
    for (KeyShape& key : context_keys()) shape.keys.push_back(std::move(key));
    shape.keys.push_back(
        {.name = "rules", .kinds = kTable, .table = &rules_shape(rule_in_override_shape())});
    for (auto key = shape.keys.begin() + 2; key != shape.keys.end(); ++key)
      key->described_in = "config";
    return shape;
  }();
  return kShape;
}

}  // namespace

const TableShape& config_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {.name = "config", .keys = context_keys()};
    for (const KeyShape& key : std::initializer_list<KeyShape>{
             {.name = "lang", .choices = kLanguageNames},
             {.name = "patterns", .kinds = kText | kList},
             {.name = "dictionaries", .kinds = kText | kList},
             {.name = "protocols", .kinds = kText | kList},
             {.name = "consent", .kinds = kText | kList},
             {.name = "extends"},
             {.name = "root", .kinds = kBoolean},
             {.name = "locked", .kinds = kText | kList},
             {.name = "rules", .kinds = kTable, .table = &rules_shape(rule_settings_shape())},
             {.name = "overrides", .kinds = kTable | kList, .table = &override_shape()},
             {.name = "organisation", .kinds = kTable, .table = &organisation_shape()},
             {.name = "allow", .kinds = kTable | kList, .table = &allow_shape()}}) {
      shape.keys.push_back(key);
    }
    return shape;
  }();
  return kShape;
}

std::span<const std::string_view> fail_on_names() { return kFailOn; }
std::span<const std::string_view> language_names() { return kLanguageNames; }
std::span<const std::string_view> environment_keys() { return kOfEnvironment; }

std::string_view default_of(std::string_view key) {
  if (key == "fail-on") return "warning";
  return key == "protocol" ? "general" : "";
}

std::string variable_of(std::string_view key) {
  std::string name = "POSTLINT_";
  for (const char c : key) {
    const bool is_small = c >= 'a' && c <= 'z';
    name += is_small ? static_cast<char>(c - 'a' + 'A') : '_';
  }
  return name;
}

}  // namespace postlint
