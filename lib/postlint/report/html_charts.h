// The charts of an HTML report: tables and lists whose bars are drawn by CSS, so that they can be
// read, copied and printed without scripts.
#pragma once

#include <string>
#include <vector>

#include "postlint/report/summary.h"

namespace postlint {

struct ChartRow {
  std::string name;    // as it is shown; no markup
  std::string filter;  // what a click on it shows, as in "rule=conduct/insult"; empty: nothing
  Tally tally;
};

// A bar for each row, coloured by severity; the highest first, at most `most`.
std::string html_bars(const std::string& heading, std::vector<ChartRow> rows, std::size_t most,
                      Language language);

// A column for each week from the first to the last, those without findings too; for each month or
// year where there are too many weeks. `weeks`: by Monday, as ScanSummary has them. Empty if no day
// is known.
std::string html_columns_over_time(const std::string& heading, const ScanSummary::Counts& weeks,
                                   Language language);

// "2025-03-10" as the language writes days: "10-03-2025" in Dutch. Anything else as it is.
std::string shown_day(std::string_view iso, Language language);

}  // namespace postlint
