// Annotations of GitHub's workflow log: "::warning file=...,line=...,col=...,title=...::...".
#pragma once

#include <string>

#include "postlint/report/message_report.h"

namespace postlint {

// Appends a command for each finding. Nothing of the message's own words is in it.
void append_message_github(const CheckedMessage& message, const ReportStyle& style,
                           std::string& out);

}  // namespace postlint
