#include "postlint/rules/rule.h"

#include "postlint/rules/name_table.h"

namespace postlint {
namespace {

constexpr std::string_view kSeverities[] = {"advice", "warning", "error"};

}  // namespace

std::string_view name_of(Severity severity) {
  return name_in<Severity, Severity::advice>(kSeverities, severity);
}

std::optional<Severity> severity_from(std::string_view name) {
  return value_in<Severity, Severity::advice>(kSeverities, name);
}

}  // namespace postlint
