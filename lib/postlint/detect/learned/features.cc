#include "postlint/detect/learned/features.h"

#include <algorithm>

#include <libstemmer.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace postlint {
namespace {

constexpr std::uint32_t kFarthest = 3;  // words from one to another of a pair
constexpr std::uint32_t kFarthestClass = 6;
constexpr std::size_t kShortest = 3;  // letters of a piece of a word
constexpr std::size_t kLongest = 5;

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

std::uint64_t joined(std::uint64_t a, std::uint64_t b) {
  return (a ^ (b * 0x9E37'79B9'7F4A'7C15ULL + 0x6A09'E667'F3BC'C909ULL + (a << 6) + (a >> 2))) *
         0xFF51'AFD7'ED55'8CCDULL;
}

// What stands for a token that is no word to learn from; empty: it is left out.
std::string_view name_of_kind(TokenKind kind) {
  switch (kind) {
    case TokenKind::number:
      return "#number";
    case TokenKind::url:
      return "#url";
    case TokenKind::email:
      return "#email";
    case TokenKind::handle:
      return "#handle";
    default:
      return {};
  }
}

}  // namespace

void FeatureSpec::finish(const Lexicon& lexicon) {
  hashes.clear();
  for (const std::string& name : lexicon.dictionary_names()) hashes.push_back(hash_of(name));
}

class FeatureReader::Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("dutch", "UTF_8")) {}
  ~Stemmer() { sb_stemmer_delete(stemmer_); }
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  std::uint64_t stem(std::string_view word) {
    const auto* stem = sb_stemmer_stem(stemmer_, reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    return hash_of({reinterpret_cast<const char*>(stem),
                    static_cast<std::size_t>(sb_stemmer_length(stemmer_))});
  }

 private:
  sb_stemmer* stemmer_;
};

FeatureReader::FeatureReader() : stemmer_(std::make_unique<Stemmer>()) {}
FeatureReader::~FeatureReader() = default;
FeatureReader::FeatureReader(FeatureReader&&) noexcept = default;
FeatureReader& FeatureReader::operator=(FeatureReader&&) noexcept = default;

void FeatureReader::start(const FeatureSpec& spec, const Annotations& annotations) {
  spec_ = &spec;
  annotations_ = &annotations;
  words_.clear();
  classes_.clear();
  std::vector<bool> masked(annotations.size());
  for (const EntityId entity : spec.masked) {
    for (const TokenRange& range : annotations.entity(entity)) {
      for (std::uint32_t i = range.begin; i < range.end; ++i) masked[i] = true;
    }
  }
  for (std::uint32_t i = 0; i < annotations.size(); ++i) read_word(i, masked[i]);
  sentence_words_.clear();
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    while (sentence_words_.size() <= words_[i].sentence) sentence_words_.push_back(i);
  }
  while (sentence_words_.size() <= annotations.sentence_count())
    sentence_words_.push_back(static_cast<std::uint32_t>(words_.size()));
}

// "Stal" in "bij Stal" is nobody's theft.
bool FeatureReader::is_proper(std::uint32_t token) const {
  if (annotations_->token(token).casing != Casing::capitalised) return false;
  if (annotations_->starts_sentence(token)) return false;
  return std::any_of(spec_->proper.begin(), spec_->proper.end(),
                     [&](DictionaryId id) { return annotations_->is_in(token, id); });
}

// What is said of one group is judged as what is said of another.
bool FeatureReader::is_group(std::uint32_t token) const {
  return std::any_of(spec_->groups.begin(), spec_->groups.end(),
                     [&](DictionaryId id) { return annotations_->is_in(token, id); });
}

// A name of several words is one.
void FeatureReader::read_word(std::uint32_t token, bool is_masked) {
  const Token& it = annotations_->token(token);
  const auto place = static_cast<std::uint32_t>(classes_.size());
  Word word{token, it.sentence, 0, 0, place, 0, false};
  static const std::uint64_t kName = hash_of("#name");
  if (is_masked || is_proper(token)) {
    if (!words_.empty() && words_.back().hash == kName && words_.back().sentence == it.sentence)
      return;
    word.hash = word.stem = kName;
  } else if (it.kind == TokenKind::word || it.kind == TokenKind::hashtag ||
             it.kind == TokenKind::emoji) {
    std::string_view text = annotations_->document().folded(it);
    if (it.kind == TokenKind::emoji) text = annotations_->document().text_of(it);
    const auto readings = annotations_->readings(token);
    if (readings[0].word == kNoWord && readings.size() > 1)
      text = annotations_->lexicon().text_of(readings[1].word);
    if (text.starts_with('#')) text.remove_prefix(1);
    if (text.empty()) return;
    if (is_group(token)) {
      static const std::uint64_t kGroup = hash_of("#group");
      word.hash = word.stem = kGroup;
      add_classes(word);
      words_.push_back(word);
      return;
    }
    word.hash = hash_of(text);
    word.has_letters = it.kind != TokenKind::emoji;
    word.stem = word.has_letters ? stemmer_->stem(text) : word.hash;
    add_classes(word);
  } else {
    const std::string_view kind = name_of_kind(it.kind);
    if (kind.empty()) return;
    word.hash = word.stem = hash_of(kind);
  }
  words_.push_back(word);
}

void FeatureReader::add_classes(Word& word) {
  for (const DictionaryId id : spec_->classes) {
    if (annotations_->mask(word.token).may_be_in(id) && annotations_->is_in(word.token, id))
      classes_.push_back(id);
  }
  for (const TermMatch& term : annotations_->terms_at(word.token)) {
    if (std::binary_search(spec_->classes.begin(), spec_->classes.end(), term.dictionary))
      classes_.push_back(term.dictionary);
  }
  word.class_count = static_cast<std::uint32_t>(classes_.size()) - word.classes;
}

std::uint32_t FeatureReader::words_in(std::uint32_t sentence) const {
  return sentence_words_[sentence + 1] - sentence_words_[sentence];
}

void FeatureReader::read_sentence(std::uint32_t sentence, std::vector<Feature>& out) const {
  const std::uint32_t first = sentence_words_[sentence];
  const std::uint32_t last = sentence_words_[sentence + 1];
  read_words(first, last, out);
  for (std::uint32_t i = first; i < last; ++i) {
    if (words_[i].has_letters) read_letters(words_[i], out);
  }
  read_pairs(first, last, out);
  read_persons(first, last, out);
}

void FeatureReader::read_subject(std::vector<Feature>& out) const {
  for (const Word& word : words_) {
    out.push_back({feature_key(FeatureKind::draft_stem, word.stem), 0, 0});
    for (const DictionaryId id : classes_of(word))
      out.push_back({feature_key(FeatureKind::draft_class, spec_->hashes[id]), 0, 0});
  }
}

void FeatureReader::read_draft(std::vector<Feature>& out) const {
  read_words(0, words(), out);
  read_pairs(0, words(), out);
  for (std::uint32_t i = 0; i < annotations_->sentence_count(); ++i)
    read_persons(sentence_words_[i], sentence_words_[i + 1], out);
}

void FeatureReader::read_words(std::uint32_t first, std::uint32_t last,
                               std::vector<Feature>& out) const {
  for (std::uint32_t i = first; i < last; ++i) {
    const Word& word = words_[i];
    out.push_back({feature_key(FeatureKind::word, word.hash), word.token, word.token});
    out.push_back({feature_key(FeatureKind::stem, word.stem), word.token, word.token});
    for (const DictionaryId id : classes_of(word))
      out.push_back(
          {feature_key(FeatureKind::word_class, spec_->hashes[id]), word.token, word.token});
  }
}

void FeatureReader::read_letters(const Word& word, std::vector<Feature>& out) const {
  std::string_view text = annotations_->document().folded(annotations_->token(word.token));
  if (text.starts_with('#')) text.remove_prefix(1);
  const std::string edged = "<" + std::string(text.substr(0, 40)) + ">";
  for (std::size_t size = kShortest; size <= kLongest; ++size) {
    for (std::size_t at = 0; at + size <= edged.size(); ++at) {
      const std::uint64_t hash = hash_of(std::string_view(edged).substr(at, size));
      out.push_back({feature_key(FeatureKind::letters, hash), word.token, word.token});
    }
  }
}

void FeatureReader::read_pairs(std::uint32_t first, std::uint32_t last,
                               std::vector<Feature>& out) const {
  for (std::uint32_t i = first; i < last; ++i) {
    for (std::uint32_t j = i + 1; j < last && j - i <= kFarthestClass; ++j) {
      if (words_[i].sentence != words_[j].sentence) break;
      read_pair(words_[i], words_[j], j - i, out);
    }
  }
}

void FeatureReader::read_pair(const Word& a, const Word& b, std::uint32_t distance,
                              std::vector<Feature>& out) const {
  const bool is_next = distance == 1;
  if (distance <= kFarthest) {
    const FeatureKind kind = is_next ? FeatureKind::pair : FeatureKind::near;
    out.push_back({feature_key(kind, joined(a.stem, b.stem)), a.token, b.token});
  }
  const FeatureKind kind = is_next ? FeatureKind::class_pair : FeatureKind::class_near;
  for (const DictionaryId left : classes_of(a)) {
    for (const DictionaryId right : classes_of(b)) {
      const std::uint64_t hash = joined(spec_->hashes[left], spec_->hashes[right]);
      out.push_back({feature_key(kind, hash), a.token, b.token});
    }
  }
}

// Of whom a sentence speaks, with what it says.
void FeatureReader::read_persons(std::uint32_t first, std::uint32_t last,
                                 std::vector<Feature>& out) const {
  for (const DictionaryId person : spec_->persons) {
    const auto names_person = [&](const Word& word) {
      const auto classes = classes_of(word);
      return std::find(classes.begin(), classes.end(), person) != classes.end();
    };
    if (std::none_of(words_.begin() + first, words_.begin() + last, names_person)) continue;
    for (std::uint32_t i = first; i < last; ++i) {
      for (const DictionaryId id : classes_of(words_[i])) {
        if (id == person) continue;
        const std::uint64_t hash = joined(spec_->hashes[person], spec_->hashes[id]);
        out.push_back({feature_key(FeatureKind::person, hash), words_[i].token, words_[i].token});
      }
    }
  }
}

}  // namespace postlint
