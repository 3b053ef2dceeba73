// Second stage: from working text to tokens and sentences.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/text/token.h"

namespace postlint {

// Cuts text at Unicode's word and sentence boundaries (UAX #29, by ICU, locale nl) and merges what
// Dutch posts hold as one thing:
//  - addresses: URL (also without a scheme), file share, e-mail address; @handle, #hashtag;
//  - a whole emoji sequence;
//  - digits with single separators . , : / - between them. One group of digits with letters after
//    it is a word ("3B", "4havo"); letters after several are a word of their own ("10.30u");
//  - letters set apart, three or more with one separator ("k u t", "k.u.t", "k-u-t"), folded
//  without
//    it. With stops two are enough ("J.P", "o.a" folds to "oa"), but these are not marked as
//    spaced_letters. The stop at their end is a token of its own;
//  - a clitic with its apostrophe ("'t", "'s");
//  - signs for letters inside a word ("k*t", "kl**tzak", "f@k", "sh!t"), of at most twelve letters.
//
// A hyphen stands alone ("Jan-Willem" is three tokens that touch: space_before is false), and so do
// marks of emphasis ("*woord*", "_woord_"). A word that lost its space after a full stop
// ("morgen.Dan") is cut there; a capital after the stop starts a sentence. Line ends always end a
// sentence; a full stop after a known abbreviation ("dhr."), letters with stops ("o.a.") or an
// initial ("J.") does not. After other full stops a small letter goes on with the sentence (UAX
// #29, SB8).
//
// Paragraphs of Latin text take a fast path whose result is the same as ICU's (a test holds them
// against each other on any input); all others go through ICU.
//
// Not thread-safe: one tokenizer a thread. Keep it: its buffers grow to what the texts need, and
// the first text that is not Latin makes it open ICU's break iterators.
class Tokenizer {
 public:
  // Tells whether a folded word is an abbreviation that is written with a stop after it.
  using AbbreviationTest = std::function<bool(std::string_view)>;

  explicit Tokenizer(AbbreviationTest is_abbreviation = {});
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  // Replaces `tokens` and `folded` (the buffer that Token::folded points into). Tokens come in
  // order, do not overlap and hold no white space; spans lie on code-point edges of `text`.
  void tokenize(std::string_view text, std::vector<Token>& tokens, std::string& folded);

  // For tests: the same through ICU alone.
  void tokenize_with_icu(std::string_view text, std::vector<Token>& tokens, std::string& folded);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace postlint
