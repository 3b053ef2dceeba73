#include "postlint/report/csv.h"

#include <initializer_list>

#include "postlint/report/printable.h"

namespace postlint {
namespace {

// Cells that begin so are formulas, whoever wrote them (OWASP, "CSV Injection").
bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
}

void append_cell(std::string_view cell, std::string& out) {
  out += '"';
  if (is_formula(cell)) out += '\'';
  for (const char c : printable(cell)) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_row(std::initializer_list<std::string_view> cells, std::string& out) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out += ',';
    append_cell(cell, out);
    first = false;
  }
  out += "\r\n";
}

}  // namespace

std::string_view csv_head() {
  return "\uFEFFsource,line,column,start,end,author,timestamp,kind,rule,severity,excerpt,"
         "message\r\n";
}

void append_csv(const CheckedText& message, const ReportStyle& style, std::string& out) {
  for (const PlacedFinding& item : message.findings) {
    const Finding& finding = *item.finding;
    const auto number = [&](std::uint64_t value) {
      return finding.span ? std::to_string(value) : std::string();
    };
    const Place& place = item.place;
    append_row({message.source, number(place.line), number(place.column), number(place.begin),
                number(place.end), message.author, message.timestamp, message.kind,
                finding.rule->id, name_of(finding.severity), excerpt_of(item, message, style),
                finding.message.in(style.language)},
               out);
  }
}

}  // namespace postlint
