// Phrases compiled (phrase/compiler.h): each is a position automaton (Glushkov) over tokens, and
// all of them lie in one book of flat tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/slice.h"
#include "postlint/detect/words/entity.h"
#include "postlint/detect/words/token_mask.h"
#include "postlint/lexicon/lexicon.h"

namespace postlint {

// A group of phrases in the book; none: nothing was stated.
using GroupId = std::uint32_t;
inline constexpr GroupId kNoGroup = 0xFFFF'FFFF;

struct CompiledTest {
  enum class Kind : std::uint8_t {
    word,
    words,
    prefix,
    suffix,
    dictionary,
    entity,
    any,
    token_class
  };
  Kind kind = Kind::any;
  bool negated = false;
  std::uint32_t value = 0;  // word, dictionary, entity, class; words, affix: where they begin
  std::uint32_t count = 0;  // words; bytes of an affix

  Slice<WordId> words() const { return {value, count}; }  // of PhraseBook::words
  Slice<char> affix() const { return {value, count}; }    // of PhraseBook::texts
};

struct Position {
  enum class Kind : std::uint8_t {
    test,
    sentence_start,
    sentence_end,
    next_sentence,
    report_start,
    report_end
  };
  Kind kind = Kind::test;
  bool accepting = false;
  Slice<CompiledTest> tests;    // all of which hold
  Slice<std::uint32_t> follow;  // positions of the program that may come next
};

// Where a phrase is looked for: every match holds at least one of its anchors.
struct Anchor {
  enum class Kind : std::uint8_t { word, dictionary, entity, token_class, prefix, suffix };
  Kind kind = Kind::word;
  std::uint32_t value = 0;  // as in CompiledTest
  std::uint32_t count = 0;
  std::uint32_t position = 0;  // of the program: what the anchor is the token of
  std::uint32_t before = 0;    // into PhraseBook::masks: what the token before it must meet
  std::uint32_t behind = 0;    // the same of the token after it

  Slice<char> affix() const { return {value, count}; }
};

// What every match of a program holds beside its anchor: a token of the mask, or one of the words.
struct PhraseNeed {
  std::uint32_t mask = 0;  // into PhraseBook::masks: dictionaries and classes
  Slice<WordId> words;
};

struct Program {
  Slice<Position> positions;
  Slice<std::uint32_t> first;  // of PhraseBook::follow: positions where a match may begin
  Slice<Anchor> anchors;
  Slice<PhraseNeed> needs;
  std::uint32_t before_anchor = 0;  // tokens of a match before its anchor, at most
  std::uint32_t group = 0;          // which PhraseGroup it belongs to
  std::uint32_t starts = 0;         // into PhraseBook::masks: what its first token must meet
  bool crosses_sentences = false;   // by "//"
  bool has_entities = false;        // which may reach over sentences
};

// Phrases that mean the same to a pattern: any of them.
struct PhraseGroup {
  Slice<Program> programs;
};

// All compiled phrases. A slice is one of the list that holds such things. Immutable after
// compilation.
struct PhraseBook {
  std::vector<Position> positions;
  std::vector<CompiledTest> tests;
  std::vector<std::uint32_t> follow;
  std::vector<Anchor> anchors;
  std::vector<TokenMask> masks;  // of what stands beside anchors, each once
  std::vector<PhraseNeed> needs;
  std::vector<Program> programs;
  std::vector<std::string> sources;  // by program: the phrase as it was written
  std::vector<PhraseGroup> groups;
  std::vector<std::vector<EntityId>> group_entities;  // which entities a group's phrases name
  std::vector<WordId> words;                          // of tests and needs for any of some, sorted
  std::string texts;                                  // of affixes

  std::string_view text_of(Slice<char> affix) const {
    return std::string_view(texts).substr(affix.offset, affix.count);
  }
  // Which of its group's phrases a program is.
  std::size_t number_in_group(std::uint32_t program) const {
    return program - groups[programs[program].group].programs.offset;
  }
};

}  // namespace postlint
