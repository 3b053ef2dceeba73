#include "postlint/report/masking.h"

#include <algorithm>

#include "postlint/text/graphemes.h"

namespace postlint {

std::string mask_excerpt(std::string_view words) {
  constexpr std::size_t kHiddenBetweenEnds = 5;
  const std::vector<Grapheme> characters = graphemes(words);
  const bool keep_ends = characters.size() >= kHiddenBetweenEnds + 2;
  std::string masked;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const bool is_end = i == 0 || i + 1 == characters.size();
    const bool keep = !characters[i].letter_or_digit || (keep_ends && is_end);
    masked += keep ? characters[i].bytes : "*";
  }
  return masked;
}

std::string mask_digits(std::string_view name) {
  constexpr int kKept = 2;
  std::string masked(name);
  int digits = 0;
  std::for_each(masked.rbegin(), masked.rend(), [&](char& c) {
    if (c >= '0' && c <= '9' && ++digits > kKept) c = '*';
  });
  return masked;
}

}  // namespace postlint
