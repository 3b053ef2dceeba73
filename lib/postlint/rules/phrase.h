// The phrase language: patterns over words, for people who are no programmers. patterns/README.md
// explains it with examples. This is its syntax; detect/phrase/book.h gives it meaning.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// A condition on one token, or on the term or thing that begins with it.
struct PhraseTest {
  enum class Kind : std::uint8_t {
    word,        // huis
    inflected,   // huis~
    prefix,      // huis*
    suffix,      // *huis
    dictionary,  // [dieren]
    entity,      // <number>, <person-name>
    any,         // _
    one_of,      // huis|boom|beest: made of alternatives by gather_words()
  };
  Kind kind = Kind::any;
  bool negated = false;             // !huis
  std::string text;                 // folded word, name of dictionary or entity
  std::vector<PhraseTest> choices;  // of one_of: words and inflected ones

  friend bool operator==(const PhraseTest&, const PhraseTest&) = default;
};

struct PhraseNode {
  enum class Kind : std::uint8_t {
    test,            // all `tests` hold: [achternamen]&<capitalised>
    sequence,        // children one after the other
    alternatives,    // (children | ...)
    repeat,          // child{min,max}; ? is {0,1}
    sentence_start,  // ^
    sentence_end,    // $
    next_sentence,   // //
    report_start,    // «
    report_end,      // »
  };
  Kind kind = Kind::sequence;
  std::vector<PhraseTest> tests;
  std::vector<PhraseNode> children;
  std::uint32_t min = 1;
  std::uint32_t max = 1;

  friend bool operator==(const PhraseNode&, const PhraseNode&) = default;
};

inline constexpr std::uint32_t kMaxPhraseRepeat = 12;

// Parses one phrase. Errors name the file, the line and the column of the phrase's start, and the
// code point of the phrase at which it went wrong.
Result<PhraseNode> parse_phrase(const SourceText& source);

// Makes one test of the alternatives that are single words, throughout a phrase: it means the same,
// and a matcher asks once what it asked for each of them.
void gather_words(PhraseNode& node);

}  // namespace postlint
