// Which phrases to try at which token: all phrases are looked for in one pass over the tokens.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "postlint/detect/annotations.h"
#include "postlint/detect/phrase_program.h"

namespace postlint {

// A place where a program may match.
struct AnchorHit {
  std::uint32_t group;
  std::uint32_t program;
  std::uint32_t token;

  friend auto operator<=>(const AnchorHit&, const AnchorHit&) = default;
};

// Immutable after construction.
class AnchorIndex {
 public:
  AnchorIndex() = default;
  AnchorIndex(const PhraseBook& book, const Lexicon& lexicon);

  // Replaces `hits` with those of all programs, sorted by group, program and token, each once.
  // Programs anchored on entities are left out: they wait until those are found.
  void find(const Annotations& annotations, std::vector<AnchorHit>& hits) const;

 private:
  struct Affix {
    std::string text;
    std::uint32_t program;
  };

  void add(const Anchor& anchor, std::uint32_t program, const PhraseBook& book);
  void find_words(const Annotations& annotations, std::uint32_t token,
                  std::vector<AnchorHit>& hits) const;
  void find_affixes(const Annotations& annotations, std::uint32_t token,
                    std::vector<AnchorHit>& hits) const;
  void hit(const std::vector<std::uint32_t>& programs, std::uint32_t token,
           std::vector<AnchorHit>& hits) const;

  std::vector<bool> is_anchor_word_;  // by word
  std::unordered_map<WordId, std::vector<std::uint32_t>> word_programs_;
  std::vector<std::vector<std::uint32_t>> dictionary_programs_;  // by dictionary
  std::vector<std::vector<std::uint32_t>> set_programs_;         // by dictionary set
  std::array<std::vector<std::uint32_t>, 11> class_programs_;
  std::vector<Affix> prefixes_;
  std::vector<Affix> suffixes_;
  std::vector<bool> prefix_starts_;  // by first two bytes
  std::vector<bool> suffix_ends_;    // by last two bytes
  std::vector<std::uint32_t> program_groups_;
};

}  // namespace postlint
