// Annotations of GitHub's workflow log: "::warning file=...,line=...,col=...,title=...::...".
#pragma once

#include <string>

#include "postlint/report/report.h"

namespace postlint {

// Appends a command for each finding. Nothing of the message's own words is in it.
void append_github(const CheckedText& message, const ReportStyle& style, std::string& out);

}  // namespace postlint
