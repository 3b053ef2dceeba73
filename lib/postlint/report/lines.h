// The report of scan for people: a line a finding, its words masked unless style.show_values says
// otherwise:
//
//   chat.txt:31:14: warning[conduct/insult] "m**s" (~ A., 2025-03-14 08:02)
#pragma once

#include <string>

#include "postlint/report/report.h"

namespace postlint {

// Appends a line for each finding. After them, if style.show_suppressed says so, one for each that
// was lifted, "suppressed[...]", with what lifted it.
void append_lines(const CheckedText& message, const ReportStyle& style, std::string& out);

}  // namespace postlint
