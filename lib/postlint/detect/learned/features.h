// What a learned score sees of a sentence: its words, what they are, and which stand together.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/detect/words/annotations.h"
#include "postlint/detect/words/entity.h"

namespace postlint {

// How a feature was read. Its number stands in the top bits of a key.
enum class FeatureKind : std::uint8_t {
  word,        // as it is written, folded; names, numbers and links by kind alone
  stem,        // without its ending (Snowball's Dutch stemmer)
  letters,     // three to five letters of a word, its edges marked
  word_class,  // a dictionary that it is in
  pair,        // two stems, one right after the other
  near,        // two stems, one or two words between them
  person,      // a class, in a sentence that speaks of "me", "you", "them"
  class_pair,  // the classes of two words, one right after the other
  class_near,  // the classes of two words of a sentence, some words between them
  draft_stem,  // a stem anywhere in the draft: what it is about
  draft_class  // a class of a word anywhere in it
};
inline constexpr std::size_t kFeatureKinds = 11;

// Keys are hashes: two features may share one, which is rare and does little harm. No words can be
// read back from them.
struct Feature {
  std::uint32_t key;
  std::uint32_t first;  // the tokens it was read from; of the draft block: 0
  std::uint32_t last;
};

// A feature's kind in the top four bits, a hash of what it is below.
constexpr std::uint32_t feature_key(FeatureKind kind, std::uint64_t hash) {
  return static_cast<std::uint32_t>(kind) << 28 | static_cast<std::uint32_t>(hash >> 36);
}
constexpr FeatureKind kind_of_key(std::uint32_t key) { return static_cast<FeatureKind>(key >> 28); }

// Kinds that are weighed together: a score is the sum of its blocks, each of length one whatever
// the text holds, so that a long sentence weighs no more than a short one.
enum class FeatureBlock : std::uint8_t { words, letters, draft };
inline constexpr std::size_t kFeatureBlocks = 3;
constexpr FeatureBlock block_of(FeatureKind kind) {
  if (kind == FeatureKind::letters) return FeatureBlock::letters;
  return kind >= FeatureKind::draft_stem ? FeatureBlock::draft : FeatureBlock::words;
}

// Which lists and findings features are made of. Names of dictionaries that are not there are left
// out.
struct FeatureSpec {
  std::vector<DictionaryId> classes;
  std::vector<DictionaryId> persons;  // pronouns: the sentence speaks of somebody
  std::vector<EntityId> masked;       // findings whose words are "a name", no words
  std::vector<DictionaryId> groups;   // groups of people: any of them counts as any other
  std::vector<DictionaryId> proper;   // so are their words with a capital within a sentence
  std::vector<std::uint64_t> hashes;  // by dictionary: of its name, so that keys outlive numbers

  void finish(const Lexicon& lexicon);
};

// Scratch of one thread.
class FeatureReader {
 public:
  FeatureReader();
  ~FeatureReader();
  FeatureReader(FeatureReader&&) noexcept;
  FeatureReader& operator=(FeatureReader&&) noexcept;

  // Reads the words of a document. Findings that are masked must have been set. All must outlive
  // this use.
  void start(const FeatureSpec& spec, const Annotations& annotations);

  // Appends the features of a sentence: of the blocks of words and letters.
  void read_sentence(std::uint32_t sentence, std::vector<Feature>& out) const;
  // What the whole document is about: the block of the draft.
  void read_subject(std::vector<Feature>& out) const;
  // The whole document as if it were one sentence: the block of words.
  void read_draft(std::vector<Feature>& out) const;
  std::uint32_t words_in(std::uint32_t sentence) const;
  std::uint32_t words() const { return static_cast<std::uint32_t>(words_.size()); }

 private:
  struct Word {
    std::uint32_t token;
    std::uint32_t sentence;
    std::uint64_t hash;
    std::uint64_t stem;
    std::uint32_t classes;  // where those begin in classes_
    std::uint32_t class_count;
    bool has_letters;  // that may be read
  };
  class Stemmer;

  std::span<const DictionaryId> classes_of(const Word& word) const {
    return std::span(classes_).subspan(word.classes, word.class_count);
  }
  bool is_proper(std::uint32_t token) const;
  bool is_group(std::uint32_t token) const;
  void read_word(std::uint32_t token, bool is_masked);
  void add_classes(Word& word);
  void read_words(std::uint32_t first, std::uint32_t last, std::vector<Feature>& out) const;
  void read_letters(const Word& word, std::vector<Feature>& out) const;
  void read_pair(const Word& a, const Word& b, std::uint32_t distance,
                 std::vector<Feature>& out) const;
  void read_pairs(std::uint32_t first, std::uint32_t last, std::vector<Feature>& out) const;
  void read_persons(std::uint32_t first, std::uint32_t last, std::vector<Feature>& out) const;

  const FeatureSpec* spec_ = nullptr;
  const Annotations* annotations_ = nullptr;
  std::unique_ptr<Stemmer> stemmer_;
  std::vector<Word> words_;
  std::vector<DictionaryId> classes_;
  std::vector<std::uint32_t> sentence_words_;  // by sentence: its first word
};

}  // namespace postlint
