// The report for people at a terminal, in the manner of compilers:
//
//   error[personal-data/bsn]: Een BSN hoort nooit in een bericht.
//    --> <stdin>:1:49
//     |
//   1 | Bel de moeder van Sanne, 06-12345678, haar BSN is 123456782
//     |                                                   ^^^^^^^^^
//     = advies: Haal het nummer weg.
//     = regel: ubbo-emmius 5.2a
//
// It shows the author's own words, unmasked; whatever in them could steer a terminal is shown, not
// sent. The words "error", "warning" and "advice" are the same in every language, for scripts.
#pragma once

#include <cstddef>
#include <string>

#include "postlint/report/report.h"

namespace postlint {

// Counts over all drafts of one run.
struct Tally {
  std::size_t drafts = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t advice = 0;
  std::size_t unread = 0;  // files, parts and attachments that could not be read

  void add(const Report& report);
  std::size_t findings() const { return errors + warnings + advice; }
};

// Appends a block for each finding, with style.show_suppressed one for each that was lifted. With
// style.explain these say how postlint came to them, and what was considered besides has blocks of
// its own. Nothing for a draft without any.
void append_text_report(const CheckedText& text, const ReportStyle& style, std::string& out);

// How many findings, how bad, and what to do.
std::string summary_line(const Tally& tally, Language language);
// Appends that as the last line, wrapped.
void append_text_summary(const Tally& tally, const ReportStyle& style, std::string& out);

}  // namespace postlint
