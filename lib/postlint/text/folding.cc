#include "postlint/text/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>

namespace postlint {
namespace {

constexpr UChar32 kFirstBeyondLatin = 0x250;
constexpr std::size_t kMaxReadings = 4;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

const icu::Normalizer2& nfkd() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKDInstance(status);
  }();
  return *instance;
}

// Latin letters that do not decompose into a base and a mark, and marks that Dutch writes in two ways.
const char* special_fold(UChar32 c) {
  switch (c) {
    case 0xE6: case 0xC6: return "ae";
    case 0xF8: case 0xD8: return "o";
    case 0xF0: case 0xD0: case 0x111: case 0x110: return "d";
    case 0xFE: case 0xDE: return "th";
    case 0x127: case 0x126: return "h";
    case 0x131: case 0x130: return "i";
    case 0x138: return "k";
    case 0x142: case 0x141: return "l";
    case 0x14B: case 0x14A: return "n";
    case 0x153: case 0x152: return "oe";
    case 0x167: case 0x166: return "t";
    case 0xDF: case 0x1E9E: return "ss";
    case 0x2018: case 0x2019: case 0x201B: case 0x2BC: case 0xB4: case 0x60: return "'";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return "-";
    default: return nullptr;
  }
}

// Case folded, decomposed, marks dropped.
std::string make_fold(UChar32 c) {
  if (const char* special = special_fold(c)) return special;
  icu::UnicodeString text(c);
  text.foldCase();
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString decomposed = nfkd().normalize(text, status);
  decomposed.foldCase();
  std::string folded;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 part = decomposed.char32At(i);
    if (u_charType(part) == U_NON_SPACING_MARK) continue;
    const char* special = special_fold(part);
    if (special != nullptr) {
      folded += special;
    } else {
      icu::UnicodeString(part).toUTF8String(folded);
    }
  }
  return folded;
}

// Folds of Latin letters, made once.
const std::string& latin_fold(UChar32 c) {
  static const auto table = [] {
    std::vector<std::string> folds;
    for (UChar32 i = 0; i < kFirstBeyondLatin; ++i) folds.push_back(make_fold(i));
    return folds;
  }();
  return table[static_cast<std::size_t>(c)];
}

// The Latin letter that a letter of Greek, Cyrillic, Armenian or Cherokee looks like, small or
// capital; by the skeletons of UTS #39. 0: none.
char lookalike(UChar32 c) {
  static const auto table = [] {
    std::unordered_map<UChar32, char> letters;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), uspoof_close);
    const auto skeleton = [&](UChar32 of) {
      icu::UnicodeString result;
      uspoof_getSkeletonUnicodeString(checker.get(), 0, icu::UnicodeString(of), result, &status);
      const UChar32 first = result.char32At(0);
      const bool one_letter = result.length() == 1 && first < 0x80 && u_isalpha(first) != 0;
      return one_letter ? static_cast<char>(u_tolower(first)) : '\0';
    };
    constexpr std::array<std::pair<UChar32, UChar32>, 3> kScripts = {{{0x370, 0x58F}, {0x13A0, 0x13FF}, {0xAB70, 0xABBF}}};
    for (const auto& [first, last] : kScripts) {
      for (UChar32 letter = first; letter <= last; ++letter) {
        if (u_isalpha(letter) == 0) continue;
        const char small = skeleton(letter);
        const char found = small != '\0' ? small : skeleton(u_toupper(letter));
        if (found != '\0') letters[letter] = found;
      }
    }
    return letters;
  }();
  const auto found = table.find(u_foldCase(c, U_FOLD_CASE_DEFAULT));
  return found == table.end() ? '\0' : found->second;
}

// One word of any script; `map` gets a unit for every character that changes its length.
class WordFolder {
 public:
  WordFolder(std::string_view word, std::string& out, OffsetMap* map, std::uint32_t source_start)
      : word_(word), out_(out), map_(map), source_start_(source_start) {}

  void run() {
    const bool as_latin = looks_latin();
    for_each([&](UChar32 c, Span source) {
      const auto begin = static_cast<std::uint32_t>(out_.size());
      append(c, as_latin);
      const Span derived{begin, static_cast<std::uint32_t>(out_.size())};
      if (map_ != nullptr && (derived.size() != source.size() || source.size() > 1)) map_->add_unit(derived, source);
    });
  }

 private:
  template <typename Visit>
  void for_each(Visit visit) const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word_.data());
    const auto size = static_cast<std::int64_t>(word_.size());
    for (std::int64_t at = 0; at < size;) {
      const auto begin = static_cast<std::uint32_t>(at);
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(bytes, at, size, c);
      visit(c, Span{source_start_ + begin, source_start_ + static_cast<std::uint32_t>(at)});
    }
  }

  // Some letter is borrowed from another script, and with those read as Latin all are.
  bool looks_latin() const {
    bool borrowed = false;
    bool foreign = false;
    for_each([&](UChar32 c, Span) {
      if (c < kFirstBeyondLatin || u_isalpha(c) == 0) return;
      if (lookalike(c) != '\0') {
        borrowed = true;
      } else if (make_fold(c).find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
        foreign = true;
      }
    });
    return borrowed && !foreign;
  }

  void append(UChar32 c, bool as_latin) {
    if (c < kFirstBeyondLatin) {
      out_ += latin_fold(c);
    } else if (const char latin = as_latin ? lookalike(c) : '\0'; latin != '\0') {
      out_ += latin;
    } else {
      out_ += make_fold(c);
    }
  }

  std::string_view word_;
  std::string& out_;
  OffsetMap* map_;
  std::uint32_t source_start_;
};

// The end of the stretch that begins at `at`: white space, or what stands between white space.
std::size_t stretch_end(std::string_view text, std::size_t at) {
  const auto is_space = [&](std::size_t i) { return text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r'; };
  const bool space = is_space(at);
  while (at < text.size() && is_space(at) == space) ++at;
  return at;
}

void fold_into(std::string_view text, std::string& out, OffsetMap* map) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = stretch_end(text, at);
    WordFolder(text.substr(at, end - at), out, map, static_cast<std::uint32_t>(at)).run();
    at = end;
  }
}

// What a digit or sign stands for inside a word; '\0': for itself. "1" has two readings.
char leet_letter(char c, bool one_is_l) {
  switch (c) {
    case '0': return 'o';
    case '1': case '|': return one_is_l ? 'l' : 'i';
    case '3': return 'e';
    case '4': case '@': return 'a';
    case '5': case '$': return 's';
    case '7': return 't';
    case '8': return 'b';
    case '9': return 'g';
    case '!': return 'i';
    default: return '\0';
  }
}

// Signs and digits read as letters; empty if there are none, or if it is a number with something
// behind it ("3e", "12u", "1e2"): at most one digit may stand in front, of a word of some length.
std::string leet_reading(std::string_view word, bool one_is_l) {
  const std::size_t digits_in_front = std::min(word.find_first_not_of("0123456789"), word.size());
  const auto letters = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_letter));
  if (letters == 0 || digits_in_front > 1 || (digits_in_front == 1 && letters < 4)) return {};
  std::string reading(word);
  bool changed = false;
  for (char& c : reading) {
    if (const char letter = leet_letter(c, one_is_l); letter != '\0') {
      c = letter;
      changed = true;
    }
  }
  return changed ? reading : std::string();
}

// Runs of three or more of a letter cut down to `keep`; empty if there are none.
std::string shortened_runs(std::string_view word, std::size_t keep) {
  std::string reading;
  bool changed = false;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = std::min(word.find_first_not_of(word[at], at), word.size());
    const bool cut = end - at >= 3 && is_letter(word[at]);
    reading.append(cut ? keep : end - at, word[at]);
    changed = changed || cut;
    at = end;
  }
  return changed ? reading : std::string();
}

void add_reading(std::string reading, std::vector<std::string>& readings, std::size_t first) {
  const bool known = std::find(readings.begin() + static_cast<std::ptrdiff_t>(first), readings.end(), reading) != readings.end();
  if (!reading.empty() && !known && readings.size() - first < kMaxReadings) readings.push_back(std::move(reading));
}

}  // namespace

void fold(std::string_view text, FoldedText& out) {
  out.text.clear();
  out.to_source.clear();
  fold_into(text, out.text, &out.to_source);
}

std::string fold(std::string_view text) {
  std::string out;
  fold_into(text, out, nullptr);
  return out;
}

void append_folded(std::string_view word, std::string& out) {
  const std::size_t start = out.size();
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80 || c == '`') {
      out.resize(start);
      WordFolder(word, out, nullptr, 0).run();
      return;
    }
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
}

void append_disguised_readings(std::string_view folded, std::vector<std::string>& readings) {
  const std::size_t first = readings.size();
  const bool ordinary = std::all_of(folded.begin(), folded.end(), is_letter) &&
                        shortened_runs(folded, 1).empty();
  if (ordinary || std::none_of(folded.begin(), folded.end(), is_letter)) return;
  for (const std::string& reading : {std::string(folded), leet_reading(folded, false), leet_reading(folded, true)}) {
    if (reading.empty()) continue;
    if (reading != folded) add_reading(reading, readings, first);
    add_reading(shortened_runs(reading, 2), readings, first);
    add_reading(shortened_runs(reading, 1), readings, first);
  }
}

}  // namespace postlint
