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

std::string address_part(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF", kPlain = "-._~/";
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += '%';
      uri += kHex[byte >> 4];
      uri += kHex[byte & 0xF];
    }
  }
  return uri;
}

}  // namespace postlint
