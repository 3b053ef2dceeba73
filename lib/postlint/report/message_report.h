// Reports on the messages of an export: what scan prints of each.
//
// As JSON it is the object of report/json.h with three more fields, "author", "timestamp" and
// "kind", behind "source"; a phone number that is the author's name is masked like an excerpt, but
// for its last two digits. And each finding says twice where it is:
//
//   "start", "end"              bytes of the source as it is on disk. For JSONL input: bytes of the
//                               record's "text", for then the record is what the caller has
//   "line" ... "end_utf16"      where that is, in the source or in the text
//   "text_start", "text_end"      bytes of the message's text, whatever the source
//   "source_start", "source_end"  bytes of the source
//
// "in":"author" stands behind these where the words are the author's name and not in the text; then
// text_start and text_end are null.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/report/report.h"

namespace postlint {

// Where words stand in a source, of any size; as text/line_index.h counts.
struct MessagePlace {
  std::uint64_t begin = 0, end = 0;  // bytes
  std::uint64_t line = 1, column = 1, end_line = 1, end_column = 1;
  std::uint64_t utf16_begin = 0, utf16_end = 0;
};

struct MessageFinding {
  const Finding* finding = nullptr;
  MessagePlace place;      // if the finding has a span
  bool in_author = false;  // its span counts bytes of author_words
  std::string tag = {};    // of a baseline (suppress/baseline.h); empty: none is used
};

// A message after checking. Views must outlive the call they are given to.
struct CheckedMessage {
  std::string_view id;
  std::string_view source;
  std::string_view author;        // as reports show them: a phone number masked
  std::string_view author_words;  // as the export names them
  std::string_view timestamp;     // ISO 8601; empty: unknown
  std::string_view week;          // its Monday, "2025-03-10"; empty: unknown
  std::string_view kind;          // "message", "system", ...
  std::string_view text;
  Verdict verdict = Verdict::allow;
  std::size_t repaired = 0;
  bool places_in_text = false;  // JSONL: start, end, lines and columns are those of the text
  std::vector<MessageFinding> findings;
  std::vector<MessageFinding> suppressed;  // shown if style.show_suppressed says so
};

// Appends one message as one line, with its line end.
void append_message_json(const CheckedMessage& message, const ReportStyle& style, std::string& out);

// Appends a line for each finding, masked unless style.show_values says otherwise:
// chat.txt:31:14: warning[conduct/insult] "m**s" (~ A., 2025-03-14 08:02)
// Behind them, if style.show_suppressed says so, one for each that was lifted, "suppressed[...]",
// with what lifted it.
void append_message_lines(const CheckedMessage& message, const ReportStyle& style,
                          std::string& out);

// The words of a finding, masked unless style.show_values says otherwise; empty for one on the
// message as a whole.
std::string excerpt_of(const MessageFinding& finding, const CheckedMessage& message,
                       const ReportStyle& style);

}  // namespace postlint
