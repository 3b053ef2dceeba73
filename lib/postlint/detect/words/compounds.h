// Compounds that no list can hold all of: a cursing first part with a word for a person, a group of
// people, or anything at all. "kankeronderzoek" and its like are told apart by a list.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/detect/words/reading.h"
#include "postlint/lexicon/lexicon.h"

namespace postlint {

// Knows the words of these roles (lexicon/roles.h), any of which nothing may fill:
//   abusive_prefix       first parts that make a person an insult: "kut"
//   curse_prefix         those of them that go before any word: "kutweer"
//   abusive_head         words for persons
//   cursed_group         words for groups of people
//   innocent_compound    ordinary words that only seem to be such compounds, or begin so
//   reads_as_insult, reads_as_slur, reads_as_curse   the one word that such a compound reads as
//
// Immutable after construction.
class Compounds {
 public:
  Compounds() = default;
  // `words` holds at least the words of these dictionaries.
  Compounds(const Lexicon& lexicon, std::span<const WordId> words);

  // The dictionaries to read from.
  static DictionarySet dictionaries(const Lexicon& lexicon);

  // How to read a folded word that `lexicon`, the one of the constructor, does not know.
  std::optional<Reading> read(std::string_view word, const Lexicon& lexicon) const;

 private:
  std::optional<Reading> read_as(std::string_view prefix, std::string_view rest,
                                 const Lexicon& lexicon) const;
  bool is_innocent(std::string_view word) const;

  std::vector<std::string> prefixes_;  // longest first
  std::vector<std::string> curses_;
  std::vector<std::string> innocent_;  // sorted
  DictionarySet people_;
  DictionarySet groups_;
  DictionarySet ordinary_;
  std::optional<Reading> as_insult_;
  std::optional<Reading> as_slur_;
  std::optional<Reading> as_curse_;
};

}  // namespace postlint
