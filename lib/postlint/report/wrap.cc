#include "postlint/report/wrap.h"

#include "postlint/text/display_width.h"

namespace postlint {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

// Takes the first word off `text`; empty when there is none left.
std::string_view take_word(std::string_view& text) {
  const std::size_t begin = text.find_first_not_of(kWhiteSpace);
  if (begin == std::string_view::npos) return text = {};
  text.remove_prefix(begin);
  const std::string_view word = text.substr(0, text.find_first_of(kWhiteSpace));
  text.remove_prefix(word.size());
  return word;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t first_width, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  std::size_t available = first_width;
  for (auto word = take_word(text); !word.empty(); word = take_word(text)) {
    const std::size_t needed = display_width(word);
    const bool fits = used + (used > 0 ? 1 : 0) + needed <= available;
    const bool next_line_is_wider = lines.size() == 1 && width > first_width;
    if (!fits && (used > 0 || next_line_is_wider)) {
      lines.emplace_back();
      used = 0;
      available = width;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used = used + (used > 0 ? 1 : 0) + needed;
  }
  return lines;
}

}  // namespace postlint
