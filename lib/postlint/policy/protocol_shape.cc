#include "postlint/policy/protocol_shape.h"

#include "postlint/rules/context.h"
#include "postlint/rules/pattern_shape.h"

namespace postlint {
namespace {

KeyShape texts(std::string_view name, bool required = false) {
  return {.name = name, .kinds = kText | kList, .required = required};
}

KeyShape when() { return {.name = "when", .kinds = kTable, .table = &when_shape()}; }

KeyShape length(std::string_view name) {
  return {.name = name, .kinds = kInteger, .low = 1, .high = kMostCharacters};
}

KeyShape tables(std::string_view name, const TableShape& shape) {
  return {.name = name, .kinds = kTable | kList, .table = &shape};
}

const TableShape& organisation_shape() {
  static const TableShape kShape = {
      .name = "pack-organisation",
      .keys = {texts("names"), texts("schools"), texts("places"), texts("domains"),
               texts("accounts"), texts("mailboxes"), texts("portals")}};
  return kShape;
}

const TableShape& clause_shape() {
  static const TableShape kShape = {.name = "clause",
                                    .keys = {{.name = "number", .required = true},
                                             {.name = "part"},
                                             {.name = "check", .choices = kClauseChecks},
                                             localized("text", true),
                                             localized("reason"),
                                             texts("rules"),
                                             when()}};
  return kShape;
}

const TableShape& direction_shape() {
  static const TableShape kShape = {.name = "direction",
                                    .keys = {texts("rules"), when(), localized("text", true)}};
  return kShape;
}

const TableShape& severity_shape() {
  static const TableShape kShape = {
      .name = "severity-change",
      .keys = {texts("rules"),
               when(),
               texts("beside"),
               {.name = "set", .choices = kSeverityChanges},
               {.name = "step", .kinds = kInteger, .low = -kFarthestStep, .high = kFarthestStep}}};
  return kShape;
}

const TableShape& statement_shape() {
  static const TableShape kShape = {.name = "statement",
                                    .keys = {texts("rules", true), localized("text", true)}};
  return kShape;
}

const TableShape& channel_shape() {
  static const TableShape kShape = {
      .name = "channel-facts",
      .keys = {{.name = "name", .required = true, .choices = channel_names()},
               {.name = "nature", .choices = nature_names()},
               {.name = "audience", .choices = audience_names()},
               length("characters"),
               length("brief")}};
  return kShape;
}

const TableShape& nature_shape() {
  static const TableShape kShape = {
      .name = "nature-facts",
      .keys = {{.name = "name", .required = true, .choices = nature_names()},
               {.name = "audience", .required = true, .choices = audience_names()},
               when()}};
  return kShape;
}

}  // namespace

const TableShape& protocol_file_shape() {
  static const TableShape kShape = {.name = "pack",
                                    .keys = {{.name = "id", .required = true},
                                             {.name = "like"},
                                             localized("title", true),
                                             localized("applies_to"),
                                             texts("locked"),
                                             tables("organisation", organisation_shape()),
                                             tables("clause", clause_shape()),
                                             tables("ask", direction_shape()),
                                             tables("note", direction_shape()),
                                             tables("severity", severity_shape()),
                                             tables("statement", statement_shape()),
                                             tables("channel", channel_shape()),
                                             tables("nature", nature_shape())}};
  return kShape;
}

}  // namespace postlint
