// A line of a draft with a finding underlined in it, cut to the width of the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "postlint/base/span.h"

namespace postlint {

// What to print: `text`, and below it `indent` spaces and `carets` carets.
struct MarkedLine {
  std::string text;        // safe to print (report/printable.h)
  std::size_t indent = 0;  // columns
  std::size_t carets = 1;  // columns; at least one
  bool continues = false;  // the finding goes on in the next line
};

// `span` counts bytes of `line` and begins in it; it may end after it. What does not fit in
// `columns` (at least 8) is left out around the finding and shown as "…". Costs time in proportion
// to `columns`, however long the line.
MarkedLine mark_line(std::string_view line, Span span, std::size_t columns);

}  // namespace postlint
