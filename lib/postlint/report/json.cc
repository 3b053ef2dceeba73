#include "postlint/report/json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "postlint/report/masking.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

// Three decimals say all there is; sums of binary fractions would show twenty.
double rounded(double confidence) { return std::round(confidence * 1000) / 1000; }

void add_place(const std::optional<Span>& span, const LineIndex& lines, Json& finding) {
  if (!span) {
    finding["start"] = nullptr;
    finding["end"] = nullptr;
    return;
  }
  const Position begin = lines.position(span->begin);
  const Position end = lines.position(span->end);
  finding["start"] = span->begin;
  finding["end"] = span->end;
  finding["line"] = begin.line;
  finding["column"] = begin.column;
  finding["end_line"] = end.line;
  finding["end_column"] = end.column;
  finding["start_utf16"] = begin.utf16;
  finding["end_utf16"] = end.utf16;
}

Json excerpt_of(const Finding& finding, std::string_view text, bool show_values) {
  if (!finding.span) return nullptr;
  const std::string_view words = finding.span->of(text);
  return show_values ? std::string(words) : mask_excerpt(words);
}

Json fix_of(const Finding& finding) {
  if (!finding.fix) return nullptr;
  return {{"kind", finding.fix->kind}, {"replacement", finding.fix->replacement}};
}

Json finding_object(const Finding& finding, const CheckedDraft& draft, const LineIndex& lines,
                    const ReportStyle& style) {
  const std::string& note = finding.note.in(style.language);
  Json object;
  object["rule"] = finding.rule->id;
  object["severity"] = name_of(finding.severity);
  object["confidence"] = rounded(finding.confidence);
  add_place(finding.span, lines, object);
  object["excerpt"] = excerpt_of(finding, draft.text, style.show_values);
  object["message"] = finding.message.in(style.language);
  object["clauses"] = finding.clauses;
  object["ask"] = finding.ask.in(style.language);
  object["advice"] = finding.advice.in(style.language);
  if (!note.empty()) object["note"] = note;
  object["fix"] = fix_of(finding);
  return object;
}

}  // namespace

void append_json_report(const CheckedDraft& draft, const ReportStyle& style, std::string& out) {
  const LineIndex lines(draft.text);
  Json object;
  object["schema"] = 1;
  object["id"] = text_or_null(draft.id);
  object["source"] = std::string(draft.source);
  object["verdict"] = name_of(draft.report->verdict);
  if (draft.report->repaired > 0) object["repaired"] = draft.report->repaired;
  object["findings"] = Json::array();
  for (const Finding& finding : draft.report->findings) {
    object["findings"].push_back(finding_object(finding, draft, lines, style));
  }
  out += object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace postlint
