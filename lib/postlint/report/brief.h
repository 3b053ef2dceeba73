// The report in brief, for where others look on: a prompt, the messages of a mail program. One line
// a finding, its words masked:
//
//   <stdin>:1:49: error[personal-data/bsn] "1*******2": Een BSN hoort nooit in een bericht.
#pragma once

#include <string>

#include "postlint/report/report.h"

namespace postlint {

// Appends a line for each finding of at least this severity.
void append_brief_report(const CheckedText& text, Severity least, const ReportStyle& style,
                         std::string& out);

}  // namespace postlint
