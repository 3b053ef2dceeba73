// The form in which words are compared: no case, no accents, no disguise of letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "postlint/text/offset_map.h"

namespace postlint {

// A folded text and the way back.
struct FoldedText {
  std::string text;
  OffsetMap to_source;  // folded -> unfolded text
};

// Folds working text (text/normalization.h): full case folding, marks dropped ("é" -> "e",
// "ł" -> "l", "ß" -> "ss"), typographic apostrophes and dashes read as "'" and "-". Other quotes
// and signs stay.
//
// Letters of other scripts that look like Latin ones (UTS #39, confusables) read as Latin where the
// whole word becomes Latin by it: in a word with Latin letters if they look so as small letters or
// as capitals ("slеt" with a Cyrillic "е"), in a word without any only if all do as small letters.
//
// Idempotent: fold(fold(x)) == fold(x). A word folds the same alone as in its text. Thread-safe.
std::string fold(std::string_view text);
void fold(std::string_view text, FoldedText& out);

// Appends the folded form of one word to `out`: the same as fold().
void append_folded(std::string_view word, std::string& out);

// Other readings of a folded word that its author may have disguised, most likely first: digits and
// signs read as letters ("h03r" -> "hoer", "@" -> "a", "$" -> "s", "!" -> "i"; "1" as "i", then as
// "l"), runs of three or more of a letter shortened to two and to one ("kuuuut" -> "kuut", "kut").
// Leet is read only in words that hold letters, with at most one digit in front, and not after one
// digit where fewer than four letters follow ("3e", "12u", "4vwo").
//
// "*" stays as it is: each stands for one letter, for callers that match it. Each reading is
// appended to `readings` as one string, at most four; none, without allocating, for an ordinary
// word. A reading is worth considering only where the plain word is no word of the language: the
// caller decides.
void append_disguised_readings(std::string_view folded, std::vector<std::string>& readings);

}  // namespace postlint
