// What every output format gets: a checked draft with its name, and how the user wants it shown.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "postlint/base/language.h"
#include "postlint/rules/finding.h"
#include "postlint/text/line_index.h"

namespace postlint {

// A draft after checking. Views must outlive the call they are given to.
struct CheckedDraft {
  std::string_view id;      // of the record or message; empty: none
  std::string_view source;  // "brief.txt", "<stdin>"
  std::string_view text;    // the author's bytes
  const Report* report = nullptr;
  // Line and column to show for words of the text, where it was taken out of something larger: a
  // mail, a record. Empty: those in the text.
  std::function<Position(Span)> place = {};
};

struct ReportStyle {
  Language language = Language::nl;
  bool color = false;            // ANSI colours
  std::size_t width = 80;        // columns of the terminal: text wraps there
  bool show_values = false;      // json: excerpts unmasked
  bool explain = false;          // text: every candidate with its evidence
  bool show_suppressed = false;  // text, json, jsonl, sarif: what was lifted, and by what
};

}  // namespace postlint
