#include "postlint/report/sarif.h"

#include "postlint/report/json_objects.h"
#include "postlint/report/markup.h"

namespace postlint {
namespace {

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::advice:
      return "note";
  }
  return "none";
}

Json rule_object(const Rule& rule, Language language) {
  Json object;
  object["id"] = rule.id;
  object["shortDescription"] = {{"text", rule.title.in(language)}};
  if (!rule.why.in(language).empty()) object["fullDescription"] = {{"text", rule.why.in(language)}};
  object["defaultConfiguration"] = {{"level", level_of(rule.severity)}};
  return object;
}

Json region_of(const Place& place, const std::string& words) {
  Json region;
  region["startLine"] = place.line;
  region["startColumn"] = place.column;
  region["endLine"] = place.end_line;
  region["endColumn"] = place.end_column;
  region["byteOffset"] = place.begin;
  region["byteLength"] = place.end - place.begin;
  region["snippet"] = {{"text", words}};
  return region;
}

// SARIF 2.1.0, section 3.35.
Json suppression_object(const Suppression& suppression) {
  Json object;
  object["kind"] = suppression.kind == SuppressionKind::mark ? "inSource" : "external";
  object["status"] = "accepted";
  if (!suppression.reason.empty()) object["justification"] = suppression.reason;
  object["properties"] = {{"kind", name_of(suppression.kind)}, {"where", suppression.where}};
  return object;
}

Json result_of(const PlacedFinding& item, const CheckedText& message, const ReportStyle& style) {
  const Finding& finding = *item.finding;
  Json location;
  location["artifactLocation"] = {{"uri", address_part(message.source)}};
  if (finding.span) location["region"] = region_of(item.place, excerpt_of(item, message, style));
  Json result;
  result["ruleId"] = finding.rule->id;
  result["level"] = level_of(finding.severity);
  result["message"] = {{"text", finding.message.in(style.language)}};
  result["locations"] = Json::array({Json{{"physicalLocation", location}}});
  if (!item.tag.empty()) {
    result["partialFingerprints"] = {{"postlintTag/v1", item.tag}};
    result["baselineState"] = "new";
  }
  if (finding.suppression)
    result["suppressions"] = Json::array({suppression_object(*finding.suppression)});
  return result;
}

std::string dumped(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string sarif_head(std::span<const Rule> rules, std::string_view version, Language language) {
  Json driver;
  driver["name"] = "postlint";
  driver["version"] = version;
  driver["rules"] = Json::array();
  for (const Rule& rule : rules) driver["rules"].push_back(rule_object(rule, language));
  return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
         "\"runs\":[{\"tool\":{\"driver\":" +
         dumped(driver) + "},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n";
}

void append_sarif(const CheckedText& message, const ReportStyle& style, std::string& out) {
  bool first = true;
  const auto append = [&](const std::vector<PlacedFinding>& findings) {
    for (const PlacedFinding& item : findings) {
      if (!first) out += ",\n";
      out += dumped(result_of(item, message, style));
      first = false;
    }
  };
  append(message.findings);
  if (style.show_suppressed) append(message.suppressed);
}

std::string_view sarif_tail() { return "\n]}]}\n"; }

}  // namespace postlint
