#include "postlint/report/printable.h"

#include <algorithm>
#include <iterator>

#include "postlint/text/encoding.h"
#include "postlint/text/graphemes.h"

namespace postlint {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// U+0000..U+001F have pictures at U+2400..U+241F, DEL has U+2421: "\xE2\x90" and one byte more.
std::string control_picture(char control) {
  const auto byte = static_cast<unsigned char>(control);
  return {'\xE2', '\x90', static_cast<char>(byte == 0x7F ? 0xA1 : 0x80 + byte)};
}

bool is_c0_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool is_c1_control(std::string_view cluster) {
  return cluster.size() == 2 && cluster[0] == '\xC2' &&
         static_cast<unsigned char>(cluster[1]) < 0xA0;
}

// Each is a cluster of its own: UAX #29 never joins a control to its neighbours.
bool turns_or_breaks_the_line(std::string_view cluster) {
  static constexpr std::string_view kControls[] = {"\u061C", "\u200E", "\u200F", "\u2028", "\u2029",
                                                   "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
                                                   "\u2066", "\u2067", "\u2068", "\u2069"};
  return std::find(std::begin(kControls), std::end(kControls), cluster) != std::end(kControls);
}

void append_printable(std::string_view cluster, std::string& out) {
  if (cluster == "\t") {
    out += ' ';
  } else if (is_c0_control(cluster.front())) {  // CR LF is the only cluster that holds two
    for (const char control : cluster) out += control_picture(control);
  } else if (is_c1_control(cluster) || turns_or_breaks_the_line(cluster) || !is_utf8(cluster)) {
    out += kReplacement;
  } else {
    out += cluster;
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  for (const Grapheme& grapheme : graphemes(text)) append_printable(grapheme.bytes, result);
  return result;
}

}  // namespace postlint
