#include "postlint/ingest/quotes.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/lines.h"
#include "postlint/vocabulary/mail.h"

namespace postlint {
namespace {

namespace said = vocabulary::mail;

template <std::size_t N>
bool begins_with_any(std::string_view line, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return line.starts_with(word); });
}

// Within dashes, of which mail programs write any number.
bool is_introduction(const std::string& line) {
  const std::size_t begin = line.find_first_not_of("- ");
  if (begin < 2 || begin == std::string::npos) return false;
  return begins_with_any(std::string_view(line).substr(begin), said::introductions);
}

// Marks of emphasis around a header's name ("*Van:*") are passed over.
bool is_header(const std::string& line, const auto& words) {
  const std::size_t begin = line.find_first_not_of("*_ ");
  return begin != std::string::npos && begins_with_any(std::string_view(line).substr(begin), words);
}

// "Op 10 maart schreef Sanne:"
bool attributes(const std::string& line) {
  return line.ends_with(':') &&
         std::any_of(std::begin(said::attributions), std::end(said::attributions),
                     [&](std::string_view word) { return line.find(word) != std::string::npos; });
}

// Goes through the lines of a text and notes those that are quoted.
class QuoteFinder {
 public:
  std::vector<Span> find(std::string_view text) {
    Lines lines(text);
    while (lines.next() && !rest_is_quoted_) read(lines);
    if (rest_is_quoted_) quotes_.back().end = static_cast<std::uint32_t>(text.size());
    return std::move(quotes_);
  }

 private:
  void read(const Lines& lines) {
    constexpr std::size_t kLongestIntroduction = 200;
    const Span place{static_cast<std::uint32_t>(lines.begin()),
                     static_cast<std::uint32_t>(lines.end())};
    const std::string_view words = trim(lines.line());
    if (words.empty()) return;
    if (words.starts_with('>')) return add_quoted(place);
    const Line line{place, plain(words.substr(0, kLongestIntroduction))};
    const bool sender_above =
        is_header(last_.words, said::senders) && last_.place.end == place.begin;
    rest_is_quoted_ =
        is_introduction(line.words) || (sender_above && is_header(line.words, said::dates));
    if (rest_is_quoted_) quotes_.push_back({sender_above ? last_.place.begin : place.begin, 0});
    before_last_ = std::exchange(last_, line);
  }

  void add_quoted(Span place) {
    add_attribution();
    quotes_.push_back(place);
    before_last_ = last_ = {};
  }

  // A mail program may break the line in two.
  void add_attribution() {
    const bool broken = begins_with_any(before_last_.words, said::openings) &&
                        !begins_with_any(last_.words, said::openings) &&
                        before_last_.place.end == last_.place.begin;
    if (broken && attributes(before_last_.words + " " + last_.words)) {
      quotes_.push_back({before_last_.place.begin, last_.place.end});
    } else if (attributes(last_.words)) {
      quotes_.push_back(last_.place);
    }
  }

  struct Line {
    Span place;
    std::string words;  // plain
  };
  Line last_, before_last_;  // that are not empty and not quoted
  std::vector<Span> quotes_;
  bool rest_is_quoted_ = false;
};

}  // namespace

std::vector<Span> quotes_in(std::string_view text) { return QuoteFinder().find(text); }

std::vector<Span> quotes_in_mail(std::string_view text) {
  constexpr std::size_t kLongestAnswer = 16;
  std::vector<Span> quotes = quotes_in(text);
  Lines lines(text);
  if (lines.next() && begins_with_any(plain(lines.line().substr(0, kLongestAnswer)), said::answers))
    quotes.insert(quotes.begin(), {0, static_cast<std::uint32_t>(lines.end())});
  return quotes;
}

bool in_quote(std::string_view text, std::size_t offset) {
  const std::vector<Span> quotes = quotes_in(text);
  return std::any_of(quotes.begin(), quotes.end(),
                     [&](Span quote) { return quote.begin <= offset && offset < quote.end; });
}

std::string without_quotes(std::string_view text) {
  std::string own(text);
  for (const Span quote : quotes_in(text)) {
    for (std::size_t i = quote.begin; i < quote.end; ++i) {
      if (own[i] != '\n' && own[i] != '\r') own[i] = ' ';
    }
  }
  return own;
}

std::size_t signature_begin(std::string_view text) {
  std::size_t begin = text.size();
  Lines lines(text);
  while (lines.next()) {
    if (lines.line() == "-- ") begin = lines.begin();
  }
  return begin;
}

}  // namespace postlint
