// What every output format gets: a checked text, and how the user wants it shown.
#pragma once

#include <cstddef>

#include "postlint/base/language.h"
#include "postlint/report/checked_text.h"

namespace postlint {

struct ReportStyle {
  Language language = Language::nl;
  bool color = false;            // ANSI colours
  std::size_t width = 80;        // columns of the terminal: text wraps there
  bool show_values = false;      // json: excerpts unmasked
  bool explain = false;          // text: every candidate with its evidence
  bool show_suppressed = false;  // text, json, jsonl, sarif: what was lifted, and by what
};

}  // namespace postlint
