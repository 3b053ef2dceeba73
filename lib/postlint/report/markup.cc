#include "postlint/report/markup.h"

#include "postlint/report/printable.h"

namespace postlint {
namespace {

std::string_view reference_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "";
  }
}

// U+FFFE and U+FFFF are no characters of XML 1.0 (2.2).
bool is_no_character(std::string_view rest) {
  return rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF");
}

}  // namespace

std::string escaped_markup(std::string_view text) {
  std::string out;
  const std::string shown = printable(text);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::string_view reference = reference_for(shown[i]);
    if (!reference.empty()) {
      out += reference;
    } else if (is_no_character(std::string_view(shown).substr(i))) {
      out += "\uFFFD";
      i += 2;
    } else {
      out += shown[i];
    }
  }
  return out;
}

}  // namespace postlint
