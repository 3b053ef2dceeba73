// Words that were typed as one: "jijbenteenhoer".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "postlint/lexicon/lexicon.h"

namespace postlint {

// Takes a word apart if it is a row of words of two roles (lexicon/roles.h): `joint`, small words
// that tie a sentence together, at least one, and `weighty`, words that carry abuse, hate or a
// threat, at least one. A compound of two nouns is no such row, so that
// "vrouwenhaat" stays whole.
//
// Immutable after construction.
class JoinedWords {
 public:
  JoinedWords() = default;
  explicit JoinedWords(const Lexicon& lexicon);

  // Replaces `cuts` with the bytes after which to cut the folded `word`, ascending; none if it
  // does not fall apart. Of several ways the one with the fewest words. Precondition: `lexicon`,
  // the one of the constructor, does not know the word.
  void split(std::string_view word, const Lexicon& lexicon, std::vector<std::uint32_t>& cuts) const;

 private:
  std::uint32_t weight_of(std::string_view piece, const Lexicon& lexicon) const;

  DictionarySet joints_;
  DictionarySet weighty_;
};

}  // namespace postlint
