// What kind = "names" knows, compiled: which lists each set of dictionaries amounts to, the
// weights, and the cues.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/source_table.h"
#include "postlint/lexicon/lexicon.h"
#include "postlint/rules/name_spec.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// A set of NameLists.
class NameMarks {
 public:
  constexpr NameMarks() = default;
  constexpr void add(NameList list) { bits_ = static_cast<std::uint16_t>(bits_ | bit(list)); }
  constexpr bool has(NameList list) const { return (bits_ & bit(list)) != 0; }
  constexpr bool is_name() const { return has(NameList::first_names) || has(NameList::surnames); }

 private:
  static constexpr std::uint16_t bit(NameList list) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(list));
  }
  std::uint16_t bits_ = 0;
};

// What stands beside a name, and how much it weighs.
struct NameCue {
  std::vector<DictionaryId> dictionaries;  // the word beside it is in one of these; window 0 alone
  std::uint32_t group = 0xFFFF'FFFF;       // or one of these phrases is there
  ContextSide side = ContextSide::both;
  std::uint32_t window = 0;  // words; 0: directly beside it
  double weight = 0;
  std::string described;  // its first phrase, for --explain
  SourceLines source;
};

// Immutable after finish().
struct NameModel {
  std::array<std::vector<DictionaryId>, kNameListKeys.size()> lists;
  std::vector<std::string> diminutives;
  std::array<double, kNameTraitKeys.size()> weights{};
  std::vector<NameCue> cues;
  std::vector<NameMarks> marks_of_set;  // by DictionarySetId

  // To be called once the lexicon has all its words.
  void finish(const Lexicon& lexicon);

  NameMarks marks(DictionarySetId set) const { return marks_of_set[set]; }
  NameMarks marks_of(const Lexicon& lexicon, std::string_view folded) const {
    const WordId word = lexicon.find(folded);
    return word == kNoWord ? NameMarks() : marks(lexicon.set_of(word));
  }
  double weight(NameTrait trait) const { return weights[static_cast<std::size_t>(trait)]; }
};

}  // namespace postlint
