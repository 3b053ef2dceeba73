// A table of findings for spreadsheets (RFC 4180, UTF-8): a row a finding, the headings first.
#pragma once

#include <string>
#include <string_view>

#include "postlint/report/report.h"

namespace postlint {

// With a byte-order mark, without which Excel takes the text for windows-1252.
std::string_view csv_head();

// Appends a row for each finding; excerpts are masked unless style.show_values says otherwise. A
// cell that a spreadsheet would run as a formula is written as text.
void append_csv(const CheckedText& message, const ReportStyle& style, std::string& out);

}  // namespace postlint
