// A text after checking, as every output format gets it: a draft of its own, or a message of an
// export.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/rules/finding.h"

namespace postlint {

class LineIndex;
struct ReportStyle;

// Where words stand in a source, of any size; as text/line_index.h counts.
struct Place {
  std::uint64_t begin = 0, end = 0;  // bytes
  std::uint64_t line = 1, column = 1, end_line = 1, end_column = 1;
  std::uint64_t utf16_begin = 0, utf16_end = 0;
};

struct PlacedFinding {
  const Finding* finding = nullptr;
  Place place = {};        // if the finding has a span
  bool in_author = false;  // its span counts bytes of author_words
  std::string tag = {};    // of a baseline (suppress/baseline.h); empty: none is used
};

struct PlacedExplanation {
  const Explanation* explanation = nullptr;
  Place place = {};  // if the explanation has a span
};

// Views and pointers must outlive the call they are given to.
struct CheckedText {
  std::string_view id;      // of the record or message; empty: none
  std::string_view source;  // "brief.txt", "<stdin>"
  std::string_view text;    // the author's bytes
  // What an export says of a message.
  std::string_view kind;          // "message", "system", ...; empty: a draft, and no message
  std::string_view author;        // as reports show them: a phone number masked
  std::string_view author_words;  // as the export names them
  std::string_view timestamp;     // ISO 8601; empty: unknown
  std::string_view week;          // its Monday, "2025-03-10"; empty: unknown
  bool places_in_text = false;    // JSONL: start, end, lines and columns are those of the text
  // What came of it.
  Verdict verdict = Verdict::allow;
  std::size_t repaired = 0;
  std::vector<PlacedFinding> findings;
  std::vector<PlacedFinding> suppressed;        // shown if style.show_suppressed says so
  std::vector<PlacedExplanation> explanations;  // shown if style.explain says so
};

// Where words of a text stand in it.
Place place_in(const LineIndex& lines, Span span);

// A draft that is no part of anything larger: places are those in `text`. Keeps views of all it is
// given.
CheckedText checked_draft(std::string_view source, std::string_view text, const Report& report,
                          std::string_view id = {});

// The words of a finding, masked unless style.show_values says otherwise; empty for one on the text
// as a whole.
std::string excerpt_of(const PlacedFinding& finding, const CheckedText& text,
                       const ReportStyle& style);

}  // namespace postlint
