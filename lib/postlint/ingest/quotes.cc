#include "postlint/ingest/quotes.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/lines.h"

namespace postlint {
namespace {

constexpr std::string_view kIntroductions[] = {
    "oorspronkelijk bericht", "doorgestuurd bericht",    "original message",
    "forwarded message",      "ursprüngliche nachricht", "weitergeleitete nachricht",
    "message d'origine",      "message transféré"};
constexpr std::string_view kSenders[] = {"van:", "from:", "von:", "de :", "de:"};
constexpr std::string_view kDates[] = {
    "verzonden:", "datum:", "sent:", "date:", "gesendet:", "envoyé :", "envoyé:", "date :"};

template <std::size_t N>
bool begins_with_any(std::string_view line, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return line.starts_with(word); });
}

// Within dashes, of which mail programs write any number.
bool is_introduction(const std::string& line) {
  const std::size_t begin = line.find_first_not_of("- ");
  if (begin < 2 || begin == std::string::npos) return false;
  return begins_with_any(std::string_view(line).substr(begin), kIntroductions);
}

// Marks of emphasis around a header's name ("*Van:*") are passed over.
bool is_header(const std::string& line, const auto& words) {
  const std::size_t begin = line.find_first_not_of("*_ ");
  return begin != std::string::npos && begins_with_any(std::string_view(line).substr(begin), words);
}

}  // namespace

bool in_quote(std::string_view text, std::size_t offset) {
  constexpr std::size_t kLongestIntroduction = 200;
  bool after_sender = false;
  Lines lines(text);
  while (lines.next()) {
    const bool here = offset < lines.end();
    if (here && trim(lines.line()).starts_with('>')) return true;
    if (here) return false;
    const std::string line = plain(lines.line().substr(0, kLongestIntroduction));
    if (is_introduction(line) || (after_sender && is_header(line, kDates))) return true;
    after_sender = is_header(line, kSenders);
  }
  return false;
}

}  // namespace postlint
