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
// "ĳ" -> "ij"), typographic apostrophes and dashes read as "'" and "-", letters of other scripts
// that look like Latin ones read as Latin (ICU uspoof confusables) where the word they stand in
// becomes all Latin by it. Idempotent: fold(fold(x)) == fold(x).
std::string fold(std::string_view text);
void fold(std::string_view text, FoldedText& out);

// Appends the folded form of one word to `out`: the same as fold(), without allocating.
void append_folded(std::string_view word, std::string& out);

// Other readings of a folded word that its author may have disguised, most likely first: runs of
// a letter shortened ("kuuuut" -> "kuut", "kut"), digits and signs read as letters ("h03r" ->
// "hoer", "@" -> "a", "$" -> "s"). Leet is read only in words that hold letters, and never in
// numbers with a unit or an ordinal ("3e", "4havo", "12u"). Each reading is appended to `readings`
// as one string; at most four. Empty for an ordinary word. A reading is worth considering only
// where the plain word is no word of the language: the caller decides.
void append_disguised_readings(std::string_view folded, std::vector<std::string>& readings);

}  // namespace postlint
