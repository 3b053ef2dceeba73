// A report that a privacy officer can open, keep and print: one HTML file that needs nothing from
// elsewhere and sends nothing anywhere. Counts and charts stand first, then a table of all
// findings, which can be filtered by rule, severity, author and period where scripts are allowed,
// and be read where they are not. Excerpts are masked unless style.show_values says otherwise.
#pragma once

#include <string>

#include "postlint/report/report.h"
#include "postlint/report/summary.h"

namespace postlint {

std::string html_head(const ReportStyle& style);
// Appends a row for each finding.
void append_html(const CheckedText& message, const ReportStyle& style, std::string& out);
// The counts come last, when they are known; the page shows them first.
std::string html_tail(const ScanSummary& summary, const ReportStyle& style);

}  // namespace postlint
