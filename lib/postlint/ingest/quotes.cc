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

bool has_digit(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Goes through the lines of a text and notes those that are quoted.
class QuoteFinder {
  struct Line {
    Span place;
    std::string words;  // plain
  };

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
    note_header(line);
    rest_is_quoted_ =
        is_introduction(line.words) || is_mail_header() || introduces_rest(line, lines);
    if (rest_is_quoted_)
      quotes_.push_back({is_introduction(line.words) ? place.begin : quote_begin(place), 0});
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

  // The lines of a header stand together, the sender's first.
  void note_header(const Line& line) {
    if (is_header(line.words, said::senders)) {
      header_ = {line.place, true, line.words.find('@') != std::string::npos};
    } else if (header_.place.end != line.place.begin) {
      header_ = {};
    } else {
      header_.place.end = line.place.end;
      header_.sent = header_.sent || is_header(line.words, said::sent);
      header_.dated = header_.dated || is_header(line.words, said::dates);
      header_.other = header_.other || is_header(line.words, said::others);
    }
  }

  // Sender and date are two labels that memos have too.
  bool is_mail_header() const {
    return header_.sender &&
           (header_.sent || (header_.dated && (header_.other || header_.address)));
  }

  // "Op 3 november om 10:11 schreef Bo <bo@x.nl>:" where no line below has a mark: some programs
  // set what they quote apart with spaces, or with nothing.
  static bool introduces_rest(const Line& line, const Lines& lines) {
    if (!begins_with_any(line.words, said::openings) || !attributes(line.words)) return false;
    if (line.words.find('@') == std::string::npos || !has_digit(line.words)) return false;
    for (Lines below = lines; below.next();) {
      if (trim(below.line()).starts_with('>')) return false;
    }
    return true;
  }

  std::uint32_t quote_begin(Span place) const {
    return is_mail_header() ? header_.place.begin : place.begin;
  }

  struct Header {
    Span place;
    bool sender = false, address = false, sent = false, dated = false, other = false;
  };
  Header header_;
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

std::string without_quotes(std::string_view text) { return without(text, quotes_in(text)); }

std::size_t signature_begin(std::string_view text) {
  constexpr int kLongest = 12;  // lines that are not empty
  std::size_t begin = text.size();
  int size = 0;
  Lines lines(text);
  while (lines.next()) {
    if (lines.line() == "-- ") {
      begin = lines.begin();
      size = 0;
    } else if (!trim(lines.line()).empty()) {
      ++size;
    }
  }
  return size > kLongest ? text.size() : begin;
}

namespace {

// A text without parts is one.
template <typename Use>
void for_each_part(const Record& record, const Use& use) {
  const Span whole{0, static_cast<std::uint32_t>(record.text.size())};
  if (record.parts.empty()) return use(whole);
  for (const TextPart& part : record.parts) use(part.span);
}

// True if hardly anything stands before: what a mail that answers nothing begins with is its own.
bool opens_mail(std::string_view before) {
  Lines lines(before);
  int words = 0;
  while (lines.next()) words += trim(lines.line()).empty() ? 0 : 1;
  return words <= 1;
}

}  // namespace

std::vector<Span> quotes_of(const Record& record, bool with_subject) {
  std::vector<Span> all;
  constexpr std::size_t kLongestAnswer = 16;
  Lines lines(record.text);
  const bool answers =
      lines.next() && begins_with_any(plain(lines.line().substr(0, kLongestAnswer)), said::answers);
  if (with_subject && answers) all.push_back({0, static_cast<std::uint32_t>(lines.end())});
  for_each_part(record, [&](Span part) {
    const std::string_view words = part.of(record.text);
    for (const Span quote : quotes_in(words)) {
      const bool own = !record.parts.empty() && !answers &&
                       is_header(plain(words.substr(quote.begin, 16)), said::senders) &&
                       opens_mail(words.substr(0, quote.begin));
      if (!own) all.push_back({part.begin + quote.begin, part.begin + quote.end});
    }
  });
  return all;
}

std::vector<Span> signatures_of(const Record& record) {
  std::vector<Span> all;
  for_each_part(record, [&](Span part) {
    const auto begin = static_cast<std::uint32_t>(signature_begin(part.of(record.text)));
    if (begin < part.size()) all.push_back({part.begin + begin, part.end});
  });
  return all;
}

std::string without(std::string_view text, std::span<const Span> stretches) {
  std::string own(text);
  for (const Span stretch : stretches) {
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      if (own[i] != '\n' && own[i] != '\r') own[i] = ' ';
    }
  }
  return own;
}

}  // namespace postlint
