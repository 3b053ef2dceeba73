// Characters as readers see them.
#pragma once

#include <string_view>
#include <vector>

namespace postlint {

// One extended grapheme cluster (UAX #29): "e" with its accent, a flag, a family emoji, CR LF.
struct Grapheme {
  std::string_view bytes;
  bool letter_or_digit = false;  // holds a letter, a digit or a mark that belongs to one
};

// Cuts any bytes into grapheme clusters, in order and without gaps; invalid UTF-8 reads as U+FFFD.
// The result points into `text`. Thread-safe.
std::vector<Grapheme> graphemes(std::string_view text);

}  // namespace postlint
