// The report for programs: a stable contract, "schema": 1.
//
//   {"schema":1,"id":"dev-001","source":"<stdin>","verdict":"block",
//    "findings":[{"rule":"personal-data/bsn","severity":"error","confidence":0.98,
//      "start":17,"end":26,"line":1,"column":18,"end_line":1,"end_column":27,
//      "start_utf16":17,"end_utf16":26,"excerpt":"1*******2","message":"…",
//      "clauses":["ubbo-emmius 5.2a"],"ask":"je leidinggevende","advice":"…",
//      "fix":{"kind":"mask","replacement":"[BSN]"}}]}
//
// start and end count bytes of the author's text, end exclusive; lines and columns count from 1,
// columns in code points; start_utf16 and end_utf16 count UTF-16 units from 0. A finding on the
// draft as a whole has "start":null, "end":null and "excerpt":null, and no lines and columns.
// "id" is null for a draft without one, "fix" for a finding without one. "note" stands after
// "advice" where there is one; "repaired" stands after "verdict" where invalid UTF-8 was read as
// U+FFFD, and counts how often. Names and excerpts that are not valid UTF-8 are written with
// U+FFFD.
//
// A message of an export has three more fields, "author", "timestamp" and "kind", after "source";
// a phone number that is the author's name is masked like an excerpt, but for its last two digits.
// And each of its findings says twice where it is:
//
//   "start", "end"              bytes of the source as it is on disk. For JSONL input: bytes of the
//                               record's "text", for then the record is what the caller has
//   "line" ... "end_utf16"      where that is, in the source or in the text
//   "text_start", "text_end"      bytes of the message's text, whatever the source
//   "source_start", "source_end"  bytes of the source
//
// "in":"author" stands after these where the words are the author's name and not in the text; then
// text_start and text_end are null.
#pragma once

#include <string>

#include "postlint/report/report.h"

namespace postlint {

// Appends one text as one line, with its line end: `-f jsonl`, and `-f json` for one draft.
void append_json(const CheckedText& text, const ReportStyle& style, std::string& out);

}  // namespace postlint
