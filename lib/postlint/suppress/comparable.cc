#include "postlint/suppress/comparable.h"

#include "postlint/base/ascii.h"
#include "postlint/text/folding.h"
#include "postlint/text/normalization.h"

namespace postlint {
namespace {

// Bytes beyond ASCII are taken for letters: folding has made plain ones of what could be made so.
bool is_letter(char c) { return is_ascii_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

std::string folded(std::string_view text) {
  NormalizedText normalized;
  normalize(text, normalized);
  return fold(normalized.text);
}

}  // namespace

std::vector<std::string> comparable_words(std::string_view text, InnerMarks inner) {
  const std::string source = folded(text);
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    const bool joins = inner == InnerMarks::hyphens && (c == '-' || c == '\'') &&
                       !words.back().empty() && i + 1 < source.size() && is_letter(source[i + 1]);
    if (is_letter(c) || is_ascii_digit(c) || joins) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string comparable(std::string_view text) {
  std::string out;
  for (const std::string& word : comparable_words(text, InnerMarks::none)) {
    const bool digits_go_on =
        !out.empty() && is_ascii_digit(out.back()) && is_ascii_digit(word.front());
    if (!out.empty() && !digits_go_on) out += ' ';
    out += word;
  }
  return out;
}

std::string comparable_code(std::string_view text) {
  std::string out;
  for (const std::string& word : comparable_words(text, InnerMarks::none)) out += word;
  return out;
}

}  // namespace postlint
