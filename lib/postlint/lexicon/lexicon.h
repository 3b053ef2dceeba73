// All words that rules know: the dictionaries that come with postlint, compiled into one file that
// is mapped into memory, and beside it whatever the user's lists and pattern files add.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "postlint/base/mapped_file.h"
#include "postlint/base/result.h"
#include "postlint/lexicon/roles.h"
#include "postlint/lexicon/word_list.h"

namespace postlint {

// A known folded word. Words of the mapped file come first, words added at load time after them.
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0xFFFF'FFFF;

using DictionaryId = std::uint16_t;
inline constexpr std::size_t kMaxDictionaries = 1024;

// Which dictionaries a word is in. Few sets differ, so a word holds the number of its set.
using DictionarySet = std::bitset<kMaxDictionaries>;
using DictionarySetId = std::uint32_t;

// Two sets that are no dictionaries of words but marks on words.
inline constexpr DictionaryId kStartsTerm = 0;  // first word of a term of several words
inline constexpr DictionaryId kPhraseWord = 1;  // stands literally in a phrase

// A term of several words, as a dictionary holds it.
struct LongTerm {
  DictionaryId dictionary;
  std::span<const WordId> words;  // all of them, the first too
};

class LexiconBuilder;

// Immutable after loading, then safe to share between threads.
class Lexicon {
 public:
  // Maps the compiled file. Errors: unreadable, not such a file, of another version, cut short.
  static Result<Lexicon> open(const std::string& path);
  // The same of a file's bytes, which `name` names in errors. They are not copied: they must
  // outlive the lexicon. Errors: also `dictionary.misplaced-data`, where they do not begin at a
  // multiple of kAlignment.
  static Result<Lexicon> from_bytes(std::string_view bytes, const std::string& name);
  static constexpr std::size_t kAlignment = 8;

  Lexicon();  // holds nothing
  Lexicon(Lexicon&&) noexcept = default;
  Lexicon& operator=(Lexicon&&) noexcept = default;

  // Adds a user's list, with its inflected forms and the terms of the lists that it includes, which
  // must be there already (list_order.h sees to that). Before sharing. Errors: a list of that name,
  // or kMaxDictionaries, are there; it includes a list that is not there; a role that only one list
  // can fill is filled.
  Result<DictionaryId> add(const WordList& list);
  // Makes sure that a folded word is known, and marks it as standing in a phrase. Before sharing.
  WordId add_phrase_word(std::string_view folded);

  WordId find(std::string_view folded) const;
  std::string_view text_of(WordId word) const;
  DictionarySetId set_of(WordId word) const;
  const DictionarySet& set(DictionarySetId id) const {
    return id < mapped_sets_.size() ? mapped_sets_[id] : added_sets_[id - mapped_sets_.size()];
  }
  std::size_t set_count() const { return mapped_sets_.size() + added_sets_.size(); }
  bool in(WordId word, DictionaryId dictionary) const {
    return word != kNoWord && set(set_of(word))[dictionary];
  }

  // Appends the terms of several words that begin with these two.
  void terms_starting_with(WordId first, WordId second, std::vector<LongTerm>& out) const;

  std::optional<DictionaryId> dictionary(std::string_view name) const;
  std::span<const std::string> dictionary_names() const { return names_; }
  // Tells compiled lexicons apart: word numbers mean the same in two that agree.
  std::uint64_t fingerprint() const;
  // How many terms a dictionary holds: a rough measure of how often one of them occurs.
  std::size_t size_of(DictionaryId dictionary) const { return sizes_[dictionary]; }
  // How many of its words are common words as well. Reads all words: for compiling alone.
  std::size_t common_words_in(DictionaryId dictionary) const;
  // The lists that fill a role, or one of several. None, where nothing fills it: of the data that
  // come with postlint all roles are filled.
  const DictionarySet& filling(WordRole role) const {
    return roles_[static_cast<std::size_t>(role)];
  }
  DictionarySet filling(std::initializer_list<WordRole> roles) const;
  bool in(WordId word, WordRole role) const {
    return word != kNoWord && (set(set_of(word)) & filling(role)).any();
  }
  // All words that are in one of them, a pass over the whole lexicon.
  std::vector<WordId> words_in(const DictionarySet& dictionaries) const;

 private:
  struct MappedWord;
  struct Header;
  struct MappedTerm;
  friend class LexiconBuilder;

  DictionarySetId intern(const DictionarySet& set);
  WordId add_word(std::string_view folded);
  void add_term(DictionaryId dictionary, std::string_view term);
  void add_all_of(DictionaryId other, DictionaryId dictionary);
  Errors refusals(const WordList& list) const;
  void mark(WordId word, DictionaryId dictionary);

  // The mapped part.
  MappedFile file_;
  std::span<const std::uint32_t> slots_;
  std::span<const MappedWord> words_;
  std::span<const DictionarySet> mapped_sets_;
  std::span<const std::uint32_t> set_starts_;  // by set: where its words begin in words_by_set_
  std::span<const WordId> words_by_set_;
  std::string_view texts_;
  std::span<const MappedTerm> terms_;
  std::span<const WordId> term_words_;

  // What was added at load time.
  struct AddedTerm {
    DictionaryId dictionary;
    std::vector<WordId> words;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> added_ids_;
  std::vector<const std::string*> added_words_;
  std::vector<DictionarySetId> sets_of_added_;
  std::unordered_map<WordId, DictionarySetId> changed_sets_;  // of mapped words
  std::unordered_map<WordId, std::vector<AddedTerm>> added_terms_;

  std::vector<DictionarySet> added_sets_;
  std::unordered_map<DictionarySet, DictionarySetId> set_ids_;  // filled when a set is added
  std::array<DictionarySet, kWordRoles> roles_;
  std::vector<std::string> names_;
  std::vector<std::size_t> sizes_;
};

// Splits a folded term at spaces and at hyphens between letters: hyphens inside words do not count
// when words are compared ("e-mail", "e mail").
std::vector<std::string_view> split_term(std::string_view folded);

}  // namespace postlint
