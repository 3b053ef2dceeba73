#include "postlint/lexicon/builder.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <numeric>
#include <span>
#include <tuple>

#include "postlint/lexicon/format.h"

namespace postlint {

// Friend of Lexicon: lays its tables out as the file has them.
class LexiconBuilder {
 public:
  explicit LexiconBuilder(const Lexicon& lexicon) : lexicon_(lexicon) {
    assert(lexicon.words_.empty());
  }

  std::string build() {
    lay_out_words();
    lay_out_terms();
    Lexicon::Header header{kLexiconMagic,
                           count(words_),
                           slot_count(),
                           count(lexicon_.added_sets_),
                           count(lexicon_.names_),
                           count(terms_),
                           count(term_words_),
                           count(texts_),
                           count(lexicon_.roles_),
                           0,
                           0};
    std::string names;
    for (const std::string& name : lexicon_.names_) names += name + "\n";
    header.names_size = count(names);
    const std::vector<std::uint64_t> sizes(lexicon_.sizes_.begin(), lexicon_.sizes_.end());

    append(std::span<const Lexicon::Header>(&header, 1));
    append(std::span<const std::uint32_t>(make_slots()));
    append(std::span<const Lexicon::MappedWord>(words_));
    append_words_by_set();
    append(std::span<const DictionarySet>(lexicon_.added_sets_));
    append(std::span<const DictionarySet>(lexicon_.roles_));
    append(std::span<const std::uint64_t>(sizes));
    append(std::span<const Lexicon::MappedTerm>(terms_));
    append(std::span<const WordId>(term_words_));
    append(std::span<const char>(texts_));
    append(std::span<const char>(names));
    const std::uint64_t file_size = out_.size();
    out_.replace(offsetof(Lexicon::Header, file_size), sizeof file_size,
                 reinterpret_cast<const char*>(&file_size), sizeof file_size);
    return std::move(out_);
  }

 private:
  template <typename Container>
  static std::uint32_t count(const Container& container) {
    return static_cast<std::uint32_t>(container.size());
  }

  // Half full at most: a miss ends after one or two probes.
  std::uint32_t slot_count() const { return std::bit_ceil(count(words_) * 2 + 1); }

  void lay_out_words() {
    for (std::size_t i = 0; i < lexicon_.added_words_.size(); ++i) {
      const std::string& text = *lexicon_.added_words_[i];
      words_.push_back({count(texts_), lexicon_.sets_of_added_[i]});
      texts_ += text;
    }
  }

  void lay_out_terms() {
    for (const auto& [first, terms] : lexicon_.added_terms_) {
      for (const Lexicon::AddedTerm& term : terms) sorted_terms_.push_back(&term);
    }
    std::sort(sorted_terms_.begin(), sorted_terms_.end(), [](const auto* a, const auto* b) {
      return std::tie(a->words, a->dictionary) < std::tie(b->words, b->dictionary);
    });
    for (const Lexicon::AddedTerm* term : sorted_terms_) {
      terms_.push_back({term->words[0], term->words[1], term->dictionary,
                        static_cast<std::uint16_t>(term->words.size()), count(term_words_)});
      term_words_.insert(term_words_.end(), term->words.begin(), term->words.end());
    }
  }

  std::vector<std::uint32_t> make_slots() const {
    std::vector<std::uint32_t> slots(slot_count());
    const std::size_t mask = slots.size() - 1;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::size_t slot = lexicon_hash(*lexicon_.added_words_[i]) & mask;
      while (slots[slot] != 0) slot = (slot + 1) & mask;
      slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
    return slots;
  }

  // The words of each set together, so that those of a dictionary are found without reading all.
  void append_words_by_set() {
    std::vector<std::uint32_t> starts(lexicon_.added_sets_.size() + 1);
    for (const Lexicon::MappedWord& word : words_) ++starts[word.set + std::size_t{1}];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<std::uint32_t> next = starts;
    std::vector<WordId> words(words_.size());
    for (WordId word = 0; word < words_.size(); ++word) words[next[words_[word].set]++] = word;
    append(std::span<const std::uint32_t>(starts));
    append(std::span<const WordId>(words));
  }

  template <typename T>
  void append(std::span<const T> section) {
    out_.append(reinterpret_cast<const char*>(section.data()), section.size_bytes());
    out_.resize((out_.size() + 7) / 8 * 8);
  }

  const Lexicon& lexicon_;
  std::string texts_;
  std::vector<Lexicon::MappedWord> words_;
  std::vector<const Lexicon::AddedTerm*> sorted_terms_;
  std::vector<Lexicon::MappedTerm> terms_;
  std::vector<WordId> term_words_;
  std::string out_;
};

std::string compile_lexicon(const Lexicon& lexicon) { return LexiconBuilder(lexicon).build(); }

}  // namespace postlint
