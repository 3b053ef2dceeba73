// The units that patterns speak about.
#pragma once

#include <cstdint>

#include "postlint/base/span.h"

namespace postlint {

enum class TokenKind : std::uint8_t {
  word,         // "opa's", "'t", "k.u.t", "3B"
  number,       // "12", "3,50", "06-12345678", "09:30"
  url,          // "https://x.nl/a", "www.x.nl", "instagram.com/x"
  email,        // "a.b@c.nl"
  handle,       // "@sanne"
  hashtag,      // "#trots"
  emoji,        // one whole emoji sequence
  punctuation,  // one mark: ",", "!", "“"
  symbol,       // anything else: "€", "+", U+FFFD
};

// How a word is written; patterns about names and shouting look at it.
enum class Casing : std::uint8_t {
  none,         // no cased letter, or no word
  lower,        // "sanne"
  capitalised,  // "Sanne", "IJsbrand", "Sanne's": first letter upper, another one lower
  upper,        // "SANNE", also one capital letter "S"
  mixed,        // "iPhone", "McDonald"
};

struct Token {
  Span span;                   // in the working text
  Span folded;                 // in the document's folded buffer
  std::uint32_t sentence = 0;  // index of its sentence
  TokenKind kind = TokenKind::symbol;
  Casing casing = Casing::none;
  bool space_before = false;    // white space stands before it, or nothing at all
  bool spaced_letters = false;  // "k u t", "k.u.t", "k-u-t": one word, letters set apart
};

}  // namespace postlint
