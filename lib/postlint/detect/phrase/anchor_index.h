// Which phrases to try at which token: all phrases are looked for in one pass over the tokens.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "postlint/detect/phrase/book.h"
#include "postlint/detect/phrase/presence.h"
#include "postlint/detect/words/annotations.h"

namespace postlint {

// A place where a program may match.
struct AnchorHit {
  std::uint32_t program;
  std::uint32_t token;

  friend auto operator<=>(const AnchorHit&, const AnchorHit&) = default;
};

// Where an entity is, a program may match.
struct EntityAnchor {
  std::uint32_t program;
  EntityId entity;
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

// What one thread needs to find hits; and what the last document held.
struct AnchorScratch {
  Presence sentence;
  Presence document;
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
  // can hold: a match lies in one sentence, which holds all that the program needs and an anchor
  // between tokens that fit, so that a sentence without them has no hits of that program. `book` is
  // that of the constructor.
  void find(const PhraseBook& book, const Annotations& annotations, AnchorScratch& scratch,
            std::vector<AnchorHit>& hits) const;

  // Of a group's programs.
  std::span<const EntityAnchor> entity_anchors(std::uint32_t group) const {
    return entity_anchors_[group];
  }

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
  // Where the entries of a word are.
  struct WordSlot {
    WordId word = kNoWord;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  class Search;

  void index_words(const PhraseBook& book);
  void index_sets(const Lexicon& lexicon);
  std::span<const Entry> entries_of(WordId word) const;
  std::size_t slot_of(WordId word) const;
  std::size_t first_slot(WordId word) const {
    return word * std::size_t{0x9E37'79B1} >> 8 & (word_slots_.size() - 1);
  }
  void add(const Anchor& anchor, std::uint32_t program, const PhraseBook& book);

  std::vector<Entry> word_entries_;                     // those of a word together
  std::vector<WordSlot> word_slots_;                    // a power of two, open addressing
  std::vector<std::vector<Entry>> dictionary_entries_;  // by dictionary
  std::vector<std::vector<Entry>> set_entries_;         // by dictionary set
  std::array<std::vector<Entry>, kTokenClasses> class_entries_;
  TokenMask anchor_classes_;
  std::vector<std::vector<EntityAnchor>> entity_anchors_;  // by group
  std::vector<Affix> prefixes_;
  std::vector<Affix> suffixes_;
  std::vector<bool> prefix_starts_;  // by first two bytes
  std::vector<bool> suffix_ends_;    // by last two bytes
  std::vector<bool> is_local_;       // by program: its matches never cross sentences
};

}  // namespace postlint
