#include "postlint/text/lookalikes.h"

#include <array>
#include <cassert>
#include <memory>
#include <unordered_map>

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

namespace postlint {
namespace {

struct Lookalike {
  char letter = '\0';
  bool as_small = false;
};

class Lookalikes {
 public:
  static const Lookalikes& instance() {
    static const Lookalikes table;
    return table;
  }

  Lookalike of(char32_t c) const {
    const auto found = letters_.find(c);
    return found == letters_.end() ? Lookalike{} : found->second;
  }

 private:
  using Checker = std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>;

  Lookalikes() {
    UErrorCode status = U_ZERO_ERROR;
    const Checker checker(uspoof_open(&status), uspoof_close);
    assert(U_SUCCESS(status));
    // Greek, Cyrillic and Armenian; Cherokee; Cherokee's small letters; Lisu.
    constexpr std::array<std::array<char32_t, 2>, 4> kScripts = {
        {{0x370, 0x58F}, {0x13A0, 0x13FF}, {0xAB70, 0xABBF}, {0xA4D0, 0xA4FF}}};
    for (const auto& [first, last] : kScripts) {
      for (char32_t c = first; c <= last; ++c) add(*checker, c);
    }
  }

  void add(const USpoofChecker& checker, char32_t c) {
    const auto letter = static_cast<UChar32>(c);
    if (u_isalpha(letter) == 0) return;
    const char small = skeleton(checker, letter);
    const char capital = small != '\0' ? small : skeleton(checker, u_toupper(letter));
    if (capital != '\0') letters_[c] = {capital, small != '\0'};
  }

  // The ASCII letter that is all of the skeleton, made small.
  static char skeleton(const USpoofChecker& checker, UChar32 letter) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result;
    uspoof_getSkeletonUnicodeString(&checker, 0, icu::UnicodeString(letter), result, &status);
    assert(U_SUCCESS(status));
    const UChar32 first = result.char32At(0);
    const bool is_letter = result.length() == 1 && first < 0x80 && u_isalpha(first) != 0;
    return is_letter ? static_cast<char>(u_tolower(first)) : '\0';
  }

  std::unordered_map<char32_t, Lookalike> letters_;
};

}  // namespace

char latin_lookalike(char32_t letter) { return Lookalikes::instance().of(letter).letter; }

bool looks_latin_as_small(char32_t letter) { return Lookalikes::instance().of(letter).as_small; }

bool is_latin_script(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(letter), &status) == USCRIPT_LATIN;
}

}  // namespace postlint
