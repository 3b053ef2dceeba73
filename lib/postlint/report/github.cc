#include "postlint/report/github.h"

#include <fmt/format.h>

#include "postlint/report/printable.h"

namespace postlint {
namespace {

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::advice:
      return "notice";
  }
  return "notice";
}

// What would end a command, or one of its properties, is written in percent notation.
constexpr std::string_view kEndsCommand = "%\r\n", kEndsProperty = "%\r\n:,";

std::string escaped(std::string_view text, std::string_view ends) {
  std::string out;
  for (const char c : ends == kEndsProperty ? printable(text) : std::string(text)) {
    if (ends.find(c) != std::string_view::npos) {
      out += fmt::format("%{:02X}", c);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

void append_github(const CheckedText& message, const ReportStyle& style, std::string& out) {
  for (const PlacedFinding& item : message.findings) {
    const Finding& finding = *item.finding;
    out += fmt::format("::{} file={}", command_of(finding.severity),
                       escaped(message.source, kEndsProperty));
    if (finding.span) {
      out += fmt::format(",line={},col={},endLine={},endColumn={}", item.place.line,
                         item.place.column, item.place.end_line, item.place.end_column);
    }
    out += fmt::format(",title={}::{}\n", escaped(finding.rule->id, kEndsProperty),
                       escaped(finding.message.in(style.language), kEndsCommand));
  }
}

}  // namespace postlint
