#include <algorithm>
#include <cstdint>

#include "postlint/base/ascii.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

constexpr std::size_t kMostReadings = 4;
// A shorter run is how words are written: "zee", "bommen".
constexpr std::size_t kShortestDrawnOut = 3;
// "3e", "12u", "4vwo": a short word after one digit is a unit or a name of a class.
constexpr std::ptrdiff_t kFewestLettersBehindDigit = 4;

// What a digit or sign stands for inside a word; '\0': for itself. "1" has two readings.
char leet_letter(char c, bool one_is_l) {
  switch (c) {
    case '0':
      return 'o';
    case '1':
    case '|':
      return one_is_l ? 'l' : 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    case '7':
      return 't';
    case '8':
      return 'b';
    case '9':
      return 'g';
    case '!':
      return 'i';
    default:
      return '\0';
  }
}

std::size_t run_end(std::string_view word, std::size_t begin) {
  return std::min(word.find_first_not_of(word[begin], begin), word.size());
}

bool is_drawn_out(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at = run_end(word, at)) {
    if (is_ascii_lower(word[at]) && run_end(word, at) - at >= kShortestDrawnOut) return true;
  }
  return false;
}

bool may_be_leet(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const auto letters = std::count_if(word.begin(), word.end(), is_ascii_lower<char>);
  if (letters == 0 || digits > 1 || (digits == 1 && letters < kFewestLettersBehindDigit))
    return false;
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return leet_letter(c, false) != '\0'; });
}

std::string leet_reading(std::string_view word, bool one_is_l) {
  std::string reading(word);
  for (char& c : reading) {
    if (const char letter = leet_letter(c, one_is_l); letter != '\0') c = letter;
  }
  return reading;
}

// Drawn-out letters cut down to `keep` of them.
std::string shortened(std::string_view word, std::size_t keep) {
  std::string reading;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = run_end(word, at);
    const bool is_cut = is_ascii_lower(word[at]) && end - at >= kShortestDrawnOut;
    reading.append(is_cut ? keep : end - at, word[at]);
    at = end;
  }
  return reading;
}

class Readings {
 public:
  explicit Readings(std::vector<std::string>& all) : all_(all), first_(all.size()) {}

  void add(std::string reading) {
    const auto begin = all_.begin() + static_cast<std::ptrdiff_t>(first_);
    const bool is_known = std::find(begin, all_.end(), reading) != all_.end();
    if (!is_known && all_.size() - first_ < kMostReadings) all_.push_back(std::move(reading));
  }

  void add_shortened(std::string_view word) {
    if (!is_drawn_out(word)) return;
    add(shortened(word, 2));
    add(shortened(word, 1));
  }

 private:
  std::vector<std::string>& all_;
  std::size_t first_;
};

}  // namespace

void append_disguised_readings(std::string_view folded, std::vector<std::string>& readings) {
  Readings out(readings);
  if (may_be_leet(folded)) {
    for (const bool one_is_l : {false, true}) {
      const std::string reading = leet_reading(folded, one_is_l);
      out.add(reading);
      out.add_shortened(reading);
    }
  } else {
    out.add_shortened(folded);
  }
}

}  // namespace postlint
