#include "postlint/report/lines.h"

#include <fmt/format.h>

#include "postlint/report/printable.h"
#include "postlint/report/suppressed.h"

namespace postlint {
namespace {

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::advice:
      return "1;36";
  }
  return "1";
}

std::string shown_rule(const Finding& finding, bool color) {
  const std::string_view kind =
      finding.suppression ? std::string_view("suppressed") : name_of(finding.severity);
  const std::string words = fmt::format("{}[{}]", kind, finding.rule->id);
  return color ? fmt::format("\x1B[{}m{}\x1B[0m", color_of(finding.severity), words) : words;
}

// "~ A., 2025-03-14 08:02": to the minute is enough to find it.
std::string who_and_when(const CheckedText& message) {
  constexpr std::size_t kDate = 10, kClock = 5;
  std::string out = printable(message.author);
  if (message.timestamp.empty()) return out;
  if (!out.empty()) out += ", ";
  out += message.timestamp.substr(0, kDate);
  return out + " " + std::string(message.timestamp.substr(kDate + 1, kClock));
}

// Without the line end.
std::string line_of(const PlacedFinding& finding, const CheckedText& message,
                    const ReportStyle& style) {
  std::string out = printable(message.source);
  if (finding.finding->span) out += fmt::format(":{}:{}", finding.place.line, finding.place.column);
  out += fmt::format(": {}", shown_rule(*finding.finding, style.color));
  const std::string words = excerpt_of(finding, message, style);
  if (!words.empty()) out += fmt::format(" \"{}\"", printable(words));
  const std::string who = who_and_when(message);
  return who.empty() ? out : out + fmt::format(" ({})", who);
}

}  // namespace

void append_lines(const CheckedText& message, const ReportStyle& style, std::string& out) {
  for (const PlacedFinding& finding : message.findings)
    out += line_of(finding, message, style) + "\n";
  if (!style.show_suppressed) return;
  for (const PlacedFinding& finding : message.suppressed) {
    const Suppression& lifted = *finding.finding->suppression;
    out += line_of(finding, message, style) + " " +
           printable(suppression_sentence(lifted, style.language)) + "\n";
  }
}

}  // namespace postlint
