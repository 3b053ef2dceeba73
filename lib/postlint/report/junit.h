// JUnit's XML, for build servers that show it (Jenkins, GitLab, Azure): one suite, a test case a
// finding. An error or warning is a failure; advice passes, and says so in its output. A last test
// case tells how many messages were read, so that a clean archive has one test and no failures.
//
// The attributes with totals are left out: the counts are not known at the beginning, and who reads
// the format counts for himself. Excerpts are masked unless style.show_values says otherwise.
#pragma once

#include <string>
#include <string_view>

#include "postlint/report/report.h"
#include "postlint/report/summary.h"

namespace postlint {

std::string_view junit_head();
// Appends a test case for each finding.
void append_junit(const CheckedText& message, const ReportStyle& style, std::string& out);
std::string junit_tail(const ScanSummary& summary, const ReportStyle& style);

}  // namespace postlint
