#include "postlint/report/brief.h"

#include <optional>

#include <fmt/format.h>

#include "postlint/report/masking.h"
#include "postlint/report/printable.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

void append_line(const Finding& finding, const CheckedDraft& draft, const LineIndex& lines,
                 const ReportStyle& style, std::string& out) {
  out += printable(draft.source);
  if (finding.span) {
    const Position place =
        draft.place ? draft.place(*finding.span) : lines.position(finding.span->begin);
    out += fmt::format(":{}:{}", place.line, place.column);
  }
  out += fmt::format(": {}[{}]", name_of(finding.severity), finding.rule->id);
  if (finding.span) {
    out += fmt::format(" \"{}\"", printable(mask_excerpt(finding.span->of(draft.text))));
  }
  out += fmt::format(": {}\n", printable(finding.message.in(style.language)));
}

}  // namespace

void append_brief_report(const CheckedDraft& draft, Severity least, const ReportStyle& style,
                         std::string& out) {
  const LineIndex lines(draft.text);
  for (const Finding& finding : draft.report->findings) {
    if (finding.severity >= least) append_line(finding, draft, lines, style, out);
  }
}

}  // namespace postlint
