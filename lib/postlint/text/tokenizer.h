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
// Dutch posts hold as one thing: URL, e-mail address, @handle, #hashtag, emoji sequence, number
// with its separators, letters set apart ("k u t", "k.u.t"), clitics ("'t", "'s"). A word that lost
// its space after a full stop ("morgen.Dan") is cut there. Line ends always end a sentence; a full
// stop after a known abbreviation ("dhr.", "bijv.") does not.
//
// Paragraphs of Latin text take a fast path whose result is the same as ICU's (a test holds them
// against each other on any input); all others go through ICU.
//
// Not thread-safe: one tokenizer a thread. Keep it: its buffers grow to what the texts need, and
// the first text that is not Latin makes it open ICU's break iterators.
class Tokenizer {
 public:
  // Tells whether a folded word is an abbreviation that is written with a stop behind it.
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
