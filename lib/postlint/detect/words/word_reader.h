// What a word that no list knows may stand for: a word in disguise, one misspelt by a letter, or a
// compound with a curse.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/detect/words/compounds.h"
#include "postlint/detect/words/reading.h"
#include "postlint/lexicon/lexicon.h"

namespace postlint {

// Slips of a letter and signs in place of letters are read only where they show a word worth
// hiding: insults, slurs and threats, of lists with the roles `misspelt` and `masked`, and names of
// groups of people, role `group` (lexicon/roles.h). A slip in "gisteren" means nothing here.
//
// Immutable after construction.
class WordReader {
 public:
  WordReader() = default;
  explicit WordReader(const Lexicon& lexicon);

  // Appends what the folded word `unknown` may stand for, the likeliest first. Precondition:
  // `lexicon`, the one of the constructor, does not know it. `is_name_like`: written with a capital
  // inside a sentence; then a slip is looked for in names of groups of people alone.
  void read(std::string_view unknown, bool is_name_like, const Lexicon& lexicon,
            std::vector<Reading>& out) const;

 private:
  // A word that may be hidden.
  struct Target {
    std::string_view text;
    WordId word;
    bool names_group;
    bool by_slip;  // else only after signs
  };
  using Matches = bool (*)(std::string_view word, std::string_view target);

  void read_slips(std::string_view word, bool is_name_like, const Lexicon& lexicon,
                  std::vector<Reading>& out) const;
  void add_matching(std::string_view word, char first, Matches matches, const Lexicon& lexicon,
                    bool by_slip, bool is_name_like, std::vector<Reading>& out) const;

  Compounds compounds_;
  std::vector<Target> targets_;               // by length, then by first letter
  std::vector<std::uint32_t> bucket_starts_;  // into targets_
};

}  // namespace postlint
