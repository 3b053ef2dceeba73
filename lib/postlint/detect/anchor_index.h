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
  std::uint32_t program;
  std::uint32_t token;

  friend auto operator<=>(const AnchorHit&, const AnchorHit&) = default;
};

// Hits between tokens that do not fit, held back until it is known whether others of their program
// fit. A stretch of text is a sentence, or the document for programs that cross sentences.
class HeldHits {
 public:
  void begin(std::size_t programs);
  void fit(std::uint32_t program) { fits_in_[program] = stretch_; }
  void hold(AnchorHit hit) { held_.push_back(hit); }
  // Appends those whose program fitted somewhere in this stretch.
  void release(std::vector<AnchorHit>& hits) const;

 private:
  std::vector<AnchorHit> held_;
  std::vector<std::uint32_t> fits_in_;  // by program: the last stretch where it fitted
  std::uint32_t stretch_ = 0;
};

// What one thread needs to find hits.
struct AnchorScratch {
  HeldHits in_sentence;
  HeldHits in_document;
};

// Immutable after construction.
class AnchorIndex {
 public:
  AnchorIndex() = default;
  AnchorIndex(const PhraseBook& book, const Lexicon& lexicon);

  // Replaces `hits` with those of all programs, sorted by program and token, each once. Programs
  // anchored on entities are left out: they wait until those are found. So are places that no match
  // can hold: a match lies in one sentence and holds an anchor between tokens that fit, so that a
  // sentence without one has no hits of that program.
  void find(const Annotations& annotations, AnchorScratch& scratch,
            std::vector<AnchorHit>& hits) const;

 private:
  struct Entry {
    std::uint32_t program;
    std::uint32_t before;  // into masks_
    std::uint32_t behind;
  };
  struct Affix {
    std::string text;
    Entry entry;
  };
  class Search;

  void add(const Anchor& anchor, std::uint32_t program, const PhraseBook& book);

  std::vector<bool> is_anchor_word_;  // by word
  std::unordered_map<WordId, std::vector<Entry>> word_entries_;
  std::vector<std::vector<Entry>> dictionary_entries_;  // by dictionary
  std::vector<std::vector<Entry>> set_entries_;         // by dictionary set
  std::array<std::vector<Entry>, kTokenClasses> class_entries_;
  std::vector<Affix> prefixes_;
  std::vector<Affix> suffixes_;
  std::vector<bool> prefix_starts_;  // by first two bytes
  std::vector<bool> suffix_ends_;    // by last two bytes
  std::vector<bool> is_local_;       // by program: its matches never cross sentences
  std::vector<TokenMask> masks_;
};

}  // namespace postlint
