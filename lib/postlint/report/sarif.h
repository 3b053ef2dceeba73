// SARIF 2.1.0 (OASIS), for code scanning and editors: one run, a result a finding.
//
// Columns count Unicode code points ("columnKind"); regions have byteOffset and byteLength as well.
// Snippets hold masked excerpts alone, unless style.show_values says otherwise. There are no
// fingerprints but the keyed tags of a baseline, where one is used (suppress/baseline.h): a bare
// hash of nine digits can be tried out. All that is reported beside a baseline is new.
#pragma once

#include <span>
#include <string>

#include "postlint/report/report.h"
#include "postlint/rules/rule.h"

namespace postlint {

// Everything up to the results; `version` is postlint's own.
std::string sarif_head(std::span<const Rule> rules, std::string_view version, Language language);
// Appends the message's results, with commas between them; nothing if it has no findings.
void append_sarif(const CheckedText& message, const ReportStyle& style, std::string& out);
std::string_view sarif_tail();

}  // namespace postlint
