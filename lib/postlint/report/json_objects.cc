#include "postlint/report/json_objects.h"

#include <cmath>

#include "postlint/report/masking.h"

namespace postlint {
namespace {

// Three decimals say all there is; sums of binary fractions would show twenty.
double rounded(double confidence) { return std::round(confidence * 1000) / 1000; }

Json excerpt_of(const Finding& finding, std::string_view text, bool show_values) {
  if (!finding.span) return nullptr;
  const std::string_view words = finding.span->of(text);
  return show_values ? std::string(words) : mask_excerpt(words);
}

Json fix_of(const Finding& finding) {
  if (!finding.fix) return nullptr;
  return {{"kind", finding.fix->kind}, {"replacement", finding.fix->replacement}};
}

Json suppression_of(const Suppression& it) {
  Json object;
  object["kind"] = name_of(it.kind);
  object["entry"] = it.entry;
  object["where"] = it.where;
  object["reason"] = text_or_null(it.reason);
  return object;
}

}  // namespace

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

Json finding_object(const Finding& finding, std::string_view text, const Json& place,
                    const ReportStyle& style) {
  const std::string& note = finding.note.in(style.language);
  Json object;
  object["rule"] = finding.rule->id;
  object["severity"] = name_of(finding.severity);
  object["confidence"] = rounded(finding.confidence);
  object.update(place);
  object["excerpt"] = excerpt_of(finding, text, style.show_values);
  object["message"] = finding.message.in(style.language);
  object["clauses"] = Json::array();
  for (const CitedClause& clause : finding.clauses) object["clauses"].push_back(clause.number);
  object["ask"] = finding.ask.in(style.language);
  object["advice"] = finding.advice.in(style.language);
  if (!note.empty()) object["note"] = note;
  object["fix"] = fix_of(finding);
  if (finding.suppression) object["suppression"] = suppression_of(*finding.suppression);
  return object;
}

void append_json_line(const Json& object, std::string& out) {
  out += object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace postlint
