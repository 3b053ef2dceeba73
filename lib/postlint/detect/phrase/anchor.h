// Where a phrase is looked for: the part of it that is met least often in ordinary text, among
// those that no match can do without.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <vector>

#include "postlint/detect/phrase/book.h"
#include "postlint/lexicon/lexicon.h"
#include "postlint/rules/phrase.h"

namespace postlint {

// How often things are met, roughly: a word that is no common one costs 1.
class AnchorCosts {
 public:
  explicit AnchorCosts(const Lexicon& lexicon) : lexicon_(lexicon) {}

  double of_word(WordId word) const;
  // Of its size, and the common words among its words.
  double of_dictionary(DictionaryId dictionary);

 private:
  const Lexicon& lexicon_;
  std::map<DictionaryId, double> dictionaries_;
};

struct AnchorChoice {
  std::vector<Anchor> anchors;  // every match holds one of them; none: no part is surely there
  double cost = std::numeric_limits<double>::infinity();
  std::uint32_t before = 0;  // tokens of a match before it, at most
};

struct PhraseAnchors {
  AnchorChoice best;
  std::vector<AnchorChoice> others;  // every match holds one of each of them as well
};

// `tree` is laid out in `book` already, from position `start` on.
PhraseAnchors choose_anchor(const PhraseNode& tree, const PhraseBook& book, std::size_t start,
                            AnchorCosts& costs);

}  // namespace postlint
