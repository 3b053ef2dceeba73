// How a word may be told from what was typed for it: a slip of the finger, a letter that looks or
// sounds like another, signs in place of letters.
#pragma once

#include <string_view>

namespace postlint {

// Whether a folded `word` is `target` but for one slip: two neighbours changed places ("hata" for
// "haat"), a letter dropped or added, or a letter for one that looks or sounds like it ("kvt").
// Short words must keep more: in them another letter soon makes another word.
bool is_a_letter_off(std::string_view word, std::string_view target);

// Whether a row of letters holds signs that may hide letters: "k*t", "kl..tzak". Most are letters.
bool has_hiding_signs(std::string_view word);

// Whether `target` shows when the signs of `word` are read as letters, one sign one letter.
bool fits_signs(std::string_view word, std::string_view target);

}  // namespace postlint
