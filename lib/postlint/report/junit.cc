#include "postlint/report/junit.h"

#include <fmt/format.h>

#include "postlint/report/markup.h"

namespace postlint {
namespace {

// " 31:14" in the source; " #12" of the message for a finding on it as a whole.
std::string place_of(const PlacedFinding& item, const CheckedText& message) {
  if (!item.finding->span) return message.id.empty() ? "" : fmt::format(" #{}", message.id);
  return fmt::format(" {}:{}", item.place.line, item.place.column);
}

// "m**s (~ A., 2025-03-14T08:02:00)": what the line of the text report says besides the place.
std::string details_of(const PlacedFinding& item, const CheckedText& message,
                       const ReportStyle& style) {
  std::string who(message.author);
  if (!who.empty() && !message.timestamp.empty()) who += ", ";
  who += message.timestamp;
  std::string details = excerpt_of(item, message, style);
  if (!who.empty()) details += (details.empty() ? "(" : " (") + who + ")";
  return details;
}

}  // namespace

std::string_view junit_head() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
         "<testsuite name=\"postlint\">\n";
}

void append_junit(const CheckedText& message, const ReportStyle& style, std::string& out) {
  for (const PlacedFinding& item : message.findings) {
    const Finding& finding = *item.finding;
    const std::string said = escaped_markup(finding.message.in(style.language));
    const std::string details = escaped_markup(details_of(item, message, style));
    out += fmt::format("<testcase classname=\"{}\" name=\"{}{}\">", escaped_markup(message.source),
                       finding.rule->id, escaped_markup(place_of(item, message)));
    if (finding.severity == Severity::advice) {
      out += fmt::format("<system-out>{} {}</system-out>", said, details);
    } else {
      out += fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>",
                         name_of(finding.severity), said, details);
    }
    out += "</testcase>\n";
  }
}

std::string junit_tail(const ScanSummary& summary, const ReportStyle& style) {
  return fmt::format(
      "<testcase classname=\"postlint\" name=\"scan\"><system-out>{}</system-out></testcase>\n"
      "</testsuite>\n</testsuites>\n",
      escaped_markup(summary_line(summary.tally(), style.language)));
}

}  // namespace postlint
