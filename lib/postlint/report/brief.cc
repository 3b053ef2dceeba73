#include "postlint/report/brief.h"

#include <fmt/format.h>

#include "postlint/report/masking.h"
#include "postlint/report/printable.h"

namespace postlint {
namespace {

void append_line(const PlacedFinding& item, const CheckedText& text, const ReportStyle& style,
                 std::string& out) {
  const Finding& finding = *item.finding;
  out += printable(text.source);
  if (finding.span) out += fmt::format(":{}:{}", item.place.line, item.place.column);
  out += fmt::format(": {}[{}]", name_of(finding.severity), finding.rule->id);
  if (finding.span) {
    const std::string_view words = item.in_author ? text.author_words : text.text;
    out += fmt::format(" \"{}\"", printable(mask_excerpt(finding.span->of(words))));
  }
  out += fmt::format(": {}\n", printable(finding.message.in(style.language)));
}

}  // namespace

void append_brief_report(const CheckedText& text, Severity least, const ReportStyle& style,
                         std::string& out) {
  for (const PlacedFinding& item : text.findings) {
    if (item.finding->severity >= least) append_line(item, text, style, out);
  }
}

}  // namespace postlint
