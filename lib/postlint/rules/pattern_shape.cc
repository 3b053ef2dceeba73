#include "postlint/rules/pattern_shape.h"

#include <utility>

#include "postlint/rules/context.h"
#include "postlint/rules/name_spec.h"
#include "postlint/rules/phrase.h"

namespace postlint {
namespace {

constexpr unsigned kTexts = kText | kList;
constexpr unsigned kTables = kTable | kList;

const TableShape& localized_shape() {
  static const TableShape kShape = {.name = "localized",
                                    .keys = {{.name = "nl", .required = true}, {.name = "en"}}};
  return kShape;
}

KeyShape texts(std::string_view name, bool required = false) {
  return {.name = name, .kinds = kTexts, .required = required};
}

KeyShape share(std::string_view name, bool required = false) {
  return {.name = name, .kinds = kNumber, .required = required, .low = 0, .high = 1};
}

// In a condition a list may also name what is unknown.
KeyShape condition(std::string_view name, const std::vector<std::string_view>& names) {
  return {.name = name, .kinds = kTexts, .choices = names};
}

std::vector<std::string_view> with_unknown(std::span<const std::string_view> names) {
  std::vector<std::string_view> all = {"unknown"};
  all.insert(all.end(), names.begin(), names.end());
  return all;
}

}  // namespace

KeyShape localized(std::string_view name, bool required) {
  return {.name = name, .kinds = kText | kTable, .required = required, .table = &localized_shape()};
}

const TableShape& when_shape() {
  static const auto kRoles = with_unknown(role_names());
  static const auto kAccounts = with_unknown(account_names());
  static const auto kChannels = with_unknown(channel_names());
  static const auto kNatures = with_unknown(nature_names());
  static const auto kAudiences = with_unknown(audience_names());
  static const TableShape kShape = {
      .name = "when",
      .keys = {condition("role", kRoles), condition("account", kAccounts),
               condition("channel", kChannels), condition("nature", kNatures),
               condition("audience", kAudiences), texts("protocol")}};
  return kShape;
}

namespace {

TableShape context_shape(std::string_view name, bool moves) {
  TableShape shape = {.name = name,
                      .keys = {texts("words", true),
                               {.name = "window",
                                .kinds = kInteger | kText,
                                .choices = kContextScopes,
                                .low = 1,
                                .high = kMaxWindow},
                               {.name = "side", .choices = kContextSides}}};
  if (moves) shape.keys.push_back(share("to", true));
  for (KeyShape& key : shape.keys) key.described_in = "context";
  return shape;
}

// raise, lower, veto, needs: of a pattern, or of a rule for all its patterns.
void add_context(TableShape& shape) {
  static const TableShape kMoves = context_shape("context-to", true);
  static const TableShape kEnds = context_shape("context-of", false);
  for (const auto& [name, table] :
       {std::pair{"raise", &kMoves}, {"lower", &kMoves}, {"veto", &kEnds}, {"needs", &kEnds}}) {
    shape.keys.push_back(
        {.name = name, .kinds = kTables, .table = table, .described_in = "pattern"});
  }
}

const TableShape& name_lists_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {.name = "lists", .keys = {}};
    for (const std::string_view key : kNameListKeys) shape.keys.push_back(texts(key));
    shape.keys.push_back(texts("diminutives"));
    for (KeyShape& key : shape.keys) key.described_in = "names.list";
    return shape;
  }();
  return kShape;
}

const TableShape& name_weights_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {.name = "weights", .keys = {}};
    for (const std::string_view key : kNameTraitKeys) {
      shape.keys.push_back({.name = key,
                            .kinds = kNumber,
                            .low = -kMaxWeight,
                            .high = kMaxWeight,
                            .described_in = "names.weight"});
    }
    return shape;
  }();
  return kShape;
}

const TableShape& cue_shape() {
  static const TableShape kShape = {
      .name = "cue",
      .keys = {texts("words", true),
               {.name = "side", .choices = kContextSides},
               {.name = "window", .kinds = kInteger, .low = 0, .high = kMaxWindow},
               {.name = "weight",
                .kinds = kNumber,
                .required = true,
                .low = -kMaxWeight,
                .high = kMaxWeight}}};
  return kShape;
}

std::vector<ShapeVariant> pattern_variants() {
  const KeyShape validator = {.name = "validator"};
  const KeyShape validated = share("validated");
  return {
      {"regex",
       {texts("match", true), {.name = "edges", .choices = kMatchEdges}, validator, validated}},
      {"words", {texts("dictionaries", true), texts("except")}},
      {"phrase", {texts("match", true), texts("except"), validator, validated}},
      {"absence", {texts("triggers", true), texts("satisfied_by", true)}},
      {"names",
       {{.name = "lists", .kinds = kTable, .required = true, .table = &name_lists_shape()},
        {.name = "weights", .kinds = kTable, .required = true, .table = &name_weights_shape()},
        {.name = "cue", .kinds = kTables, .table = &cue_shape()},
        texts("except")}},
      {"length", {{.name = "over", .required = true, .choices = kLengthLimits}}},
      {"learned",
       {{.name = "unit", .required = true, .choices = kLearnedUnits},
        share("precise", true),
        texts("satisfied_by")}},
      {"frame",
       {{.name = "subject", .required = true},
        {.name = "verb"},
        {.name = "auxiliary"},
        {.name = "infinitive"},
        {.name = "object"},
        {.name = "between", .kinds = kInteger, .low = 0, .high = kMaxPhraseRepeat},
        {.name = "negation", .choices = kNegations},
        texts("except")}},
  };
}

const TableShape& pattern_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {
        .name = "pattern",
        .keys = {{.name = "kind", .required = true, .choices = kPatternKinds},
                 {.name = "about"},
                 share("confidence"),
                 {.name = "severity", .choices = kSeverities, .described_in = "rule"},
                 localized("message"),
                 localized("advice"),
                 {.name = "when", .kinds = kTable, .table = &when_shape()}},
        .selector = "kind",
        .variants = pattern_variants()};
    add_context(shape);
    return shape;
  }();
  return kShape;
}

const TableShape& example_shape() {
  static const TableShape kShape = {.name = "example",
                                    .keys = {{.name = "text", .required = true},
                                             {.name = "role", .choices = role_names()},
                                             {.name = "account", .choices = account_names()},
                                             {.name = "channel", .choices = channel_names()},
                                             {.name = "audience", .choices = audience_names()},
                                             {.name = "protocol"}}};
  return kShape;
}

const TableShape& examples_shape() {
  static const TableShape kShape = {
      .name = "examples",
      .keys = {{.name = "flag", .kinds = kText | kTable | kListOnly, .table = &example_shape()},
               {.name = "pass", .kinds = kText | kTable | kListOnly, .table = &example_shape()}}};
  return kShape;
}

// What rules and signals have alike.
void add_common(TableShape& shape) {
  for (KeyShape key :
       {share("threshold"), KeyShape{.name = "competes"},
        KeyShape{.name = "joins", .kinds = kInteger, .low = 0, .high = kFarthestJoin},
        KeyShape{.name = "pattern", .kinds = kTables, .table = &pattern_shape()}}) {
    key.described_in = "rule";
    shape.keys.push_back(key);
  }
  add_context(shape);
}

const TableShape& rule_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {.name = "rule",
                        .keys = {{.name = "id", .required = true},
                                 {.name = "severity", .choices = kSeverities},
                                 localized("title", true),
                                 localized("message", true),
                                 localized("advice"),
                                 localized("why"),
                                 {.name = "reference"},
                                 {.name = "mask"},
                                 {.name = "pseudonym", .choices = kIdentities},
                                 {.name = "identifies", .choices = kIdentifies},
                                 {.name = "reports", .choices = kReports},
                                 {.name = "counts", .choices = kCounts}}};
    add_common(shape);
    shape.keys.push_back({.name = "examples", .kinds = kTable, .table = &examples_shape()});
    return shape;
  }();
  return kShape;
}

const TableShape& signal_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {.name = "signal",
                        .keys = {{.name = "id", .required = true}, {.name = "about"}}};
    add_common(shape);
    return shape;
  }();
  return kShape;
}

const TableShape& define_shape() {
  static const TableShape kShape = {
      .name = "define",
      .keys = {
          {.name = "id", .required = true}, {.name = "is", .required = true}, {.name = "about"}}};
  return kShape;
}

}  // namespace

const TableShape& pattern_file_shape() {
  static const TableShape kShape = {
      .name = "patterns",
      .keys = {{.name = "define", .kinds = kTables, .table = &define_shape()},
               {.name = "rule", .kinds = kTables, .table = &rule_shape()},
               {.name = "signal", .kinds = kTables, .table = &signal_shape()}}};
  return kShape;
}

}  // namespace postlint
