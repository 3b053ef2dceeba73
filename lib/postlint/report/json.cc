#include "postlint/report/json.h"

#include "postlint/report/json_objects.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

Json place_of(const std::optional<Span>& span, const LineIndex& lines) {
  if (!span) return {{"start", nullptr}, {"end", nullptr}};
  const Position begin = lines.position(span->begin);
  const Position end = lines.position(span->end);
  Json place;
  place["start"] = span->begin;
  place["end"] = span->end;
  place["line"] = begin.line;
  place["column"] = begin.column;
  place["end_line"] = end.line;
  place["end_column"] = end.column;
  place["start_utf16"] = begin.utf16;
  place["end_utf16"] = end.utf16;
  return place;
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
    object["findings"].push_back(
        finding_object(finding, draft.text, place_of(finding.span, lines), style));
  }
  if (style.show_suppressed) {
    object["suppressed"] = Json::array();
    for (const Finding& finding : draft.report->suppressed) {
      object["suppressed"].push_back(
          finding_object(finding, draft.text, place_of(finding.span, lines), style));
    }
  }
  append_json_line(object, out);
}

}  // namespace postlint
