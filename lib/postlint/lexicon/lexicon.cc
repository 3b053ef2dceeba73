#include "postlint/lexicon/lexicon.h"

#define XXH_INLINE_ALL
#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>

#include <xxhash.h>

#include "postlint/base/nearest.h"
#include "postlint/lexicon/format.h"

namespace postlint {
namespace {

constexpr std::string_view kReservedNames[] = {"(starts a term)", "(stands in a phrase)"};

Error broken(const std::string& name) { return {name, 0, 0, {"dictionary.broken-data", {}}}; }

// Hands out the sections of a mapped file one after the other.
class Sections {
 public:
  explicit Sections(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  std::span<const T> take(std::size_t count) {
    const std::size_t size = count * sizeof(T);
    if (size > bytes_.size() - position_) {
      whole_ = false;
      return {};
    }
    const auto* data = reinterpret_cast<const T*>(bytes_.data() + position_);
    position_ += (size + 7) / 8 * 8;
    position_ = std::min(position_, bytes_.size());
    return {data, count};
  }
  bool whole() const { return whole_; }

 private:
  std::string_view bytes_;
  std::size_t position_ = 0;
  bool whole_ = true;
};

}  // namespace

std::uint64_t lexicon_hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

std::vector<std::string_view> split_term(std::string_view folded) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    if (i < folded.size() && folded[i] != ' ' && folded[i] != '-') continue;
    if (i > start) words.push_back(folded.substr(start, i - start));
    start = i + 1;
  }
  return words;
}

Lexicon::Lexicon() {
  for (const std::string_view name : kReservedNames) {
    names_.emplace_back(name);
    sizes_.push_back(0);
  }
  intern({});  // set 0 is the empty one
}

Result<Lexicon> Lexicon::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected<Errors>(file.error());
  auto lexicon = from_bytes(file->bytes(), path);
  if (lexicon) lexicon->file_ = std::move(*file);
  return lexicon;
}

Result<Lexicon> Lexicon::from_bytes(std::string_view bytes, const std::string& name) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % kAlignment != 0)
    return failure({name, 0, 0, {"dictionary.misplaced-data", {}}});
  Lexicon lexicon;
  Sections sections(bytes);
  const auto header_section = sections.take<Header>(1);
  if (header_section.empty()) return failure(broken(name));
  const Header& header = header_section.front();
  if (header.magic != kLexiconMagic || header.file_size != bytes.size())
    return failure(broken(name));
  lexicon.slots_ = sections.take<std::uint32_t>(header.slot_count);
  lexicon.words_ = sections.take<MappedWord>(header.word_count);
  lexicon.set_starts_ = sections.take<std::uint32_t>(header.set_count + std::size_t{1});
  lexicon.words_by_set_ = sections.take<WordId>(header.word_count);
  lexicon.mapped_sets_ = sections.take<DictionarySet>(header.set_count);
  const auto roles = sections.take<DictionarySet>(header.role_count);
  const auto sizes = sections.take<std::uint64_t>(header.dictionary_count);
  lexicon.terms_ = sections.take<MappedTerm>(header.term_count);
  lexicon.term_words_ = sections.take<WordId>(header.term_word_count);
  const auto texts = sections.take<char>(header.text_size);
  const auto names = sections.take<char>(header.names_size);
  if (!sections.whole() || roles.size() != kWordRoles) return failure(broken(name));

  lexicon.texts_ = {texts.data(), texts.size()};
  lexicon.added_sets_.clear();
  lexicon.set_ids_.clear();
  std::copy(roles.begin(), roles.end(), lexicon.roles_.begin());
  lexicon.sizes_.assign(sizes.begin(), sizes.end());
  lexicon.names_.clear();
  std::string_view rest{names.data(), names.size()};
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    lexicon.names_.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return lexicon;
}

DictionarySetId Lexicon::intern(const DictionarySet& set) {
  for (auto id = static_cast<DictionarySetId>(set_ids_.size()); id < set_count(); ++id)
    set_ids_.emplace(this->set(id), id);
  const auto [entry, is_new] = set_ids_.try_emplace(set, static_cast<DictionarySetId>(set_count()));
  if (is_new) added_sets_.push_back(set);
  return entry->second;
}

WordId Lexicon::find(std::string_view folded) const {
  if (!slots_.empty()) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = lexicon_hash(folded) & mask; slots_[slot] != 0;
         slot = (slot + 1) & mask) {
      const WordId word = slots_[slot] - 1;
      if (text_of(word) == folded) return word;
    }
  }
  if (added_ids_.empty()) return kNoWord;
  const auto added = added_ids_.find(folded);
  return added == added_ids_.end() ? kNoWord : added->second;
}

std::string_view Lexicon::text_of(WordId word) const {
  if (word >= words_.size()) return *added_words_[word - words_.size()];
  const std::size_t end = word + 1 < words_.size() ? words_[word + 1].text : texts_.size();
  return texts_.substr(words_[word].text, end - words_[word].text);
}

DictionarySetId Lexicon::set_of(WordId word) const {
  if (word >= words_.size()) return sets_of_added_[word - words_.size()];
  if (!changed_sets_.empty()) {
    const auto changed = changed_sets_.find(word);
    if (changed != changed_sets_.end()) return changed->second;
  }
  return words_[word].set;
}

void Lexicon::terms_starting_with(WordId first, WordId second, std::vector<LongTerm>& out) const {
  const auto wanted = std::pair(first, second);
  auto term = std::lower_bound(terms_.begin(), terms_.end(), wanted,
                               [](const MappedTerm& it, const auto& words) {
                                 return std::pair(it.first, it.second) < words;
                               });
  for (; term != terms_.end() && std::pair(term->first, term->second) == wanted; ++term) {
    out.push_back({term->dictionary, term_words_.subspan(term->words, term->length)});
  }
  if (added_terms_.empty()) return;
  const auto added = added_terms_.find(first);
  if (added == added_terms_.end()) return;
  for (const AddedTerm& it : added->second) {
    if (it.words[1] == second) out.push_back({it.dictionary, it.words});
  }
}

std::optional<DictionaryId> Lexicon::dictionary(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<DictionaryId>(found - names_.begin());
}

std::size_t Lexicon::common_words_in(DictionaryId id) const {
  const DictionarySet& common = filling(WordRole::common_word);
  std::size_t count = 0;
  for (WordId word = 0; word < words_.size() + added_words_.size(); ++word) {
    const DictionarySet& its = set(set_of(word));
    if (its[id] && (its & common).any()) ++count;
  }
  return count;
}

// Words and dictionaries come in one order: their counts and the last word stand for all.
std::uint64_t Lexicon::fingerprint() const {
  const std::size_t count = words_.size() + added_words_.size();
  const std::string_view last =
      count == 0 ? std::string_view() : text_of(static_cast<WordId>(count - 1));
  return lexicon_hash(last) ^ (std::uint64_t{count} << 32) ^ (set_count() << 16) ^ names_.size();
}

DictionarySet Lexicon::filling(std::initializer_list<WordRole> roles) const {
  DictionarySet all;
  for (const WordRole role : roles) all |= filling(role);
  return all;
}

std::vector<WordId> Lexicon::words_in(const DictionarySet& dictionaries) const {
  const auto is_wanted = [&](WordId word) { return (set(set_of(word)) & dictionaries).any(); };
  std::vector<WordId> found;
  for (std::size_t id = 0; id < mapped_sets_.size(); ++id) {
    if ((mapped_sets_[id] & dictionaries).none()) continue;
    for (std::uint32_t i = set_starts_[id]; i < set_starts_[id + 1]; ++i) {
      if (!changed_sets_.contains(words_by_set_[i])) found.push_back(words_by_set_[i]);
    }
  }
  for (const auto& [word, id] : changed_sets_) {
    if (is_wanted(word)) found.push_back(word);
  }
  for (std::size_t i = 0; i < added_words_.size(); ++i) {
    const auto word = static_cast<WordId>(words_.size() + i);
    if (is_wanted(word)) found.push_back(word);
  }
  std::sort(found.begin(), found.end());
  return found;
}

WordId Lexicon::add_word(std::string_view folded) {
  const WordId known = find(folded);
  if (known != kNoWord) return known;
  const auto word = static_cast<WordId>(words_.size() + added_words_.size());
  const auto entry = added_ids_.emplace(std::string(folded), word).first;
  added_words_.push_back(&entry->first);
  sets_of_added_.push_back(0);
  return word;
}

void Lexicon::mark(WordId word, DictionaryId dictionary) {
  DictionarySet changed = set(set_of(word));
  if (changed[dictionary]) return;
  changed.set(dictionary);
  const DictionarySetId id = intern(changed);
  if (word >= words_.size()) {
    sets_of_added_[word - words_.size()] = id;
  } else {
    changed_sets_[word] = id;
  }
}

WordId Lexicon::add_phrase_word(std::string_view folded) {
  const WordId word = add_word(folded);
  mark(word, kPhraseWord);
  return word;
}

void Lexicon::add_term(DictionaryId dictionary, std::string_view term) {
  const auto parts = split_term(term);
  if (parts.empty()) return;
  ++sizes_[dictionary];
  std::vector<WordId> words;
  words.reserve(parts.size());
  for (const std::string_view part : parts) words.push_back(add_word(part));
  if (words.size() == 1) return mark(words.front(), dictionary);
  mark(words.front(), kStartsTerm);
  const WordId first = words.front();
  added_terms_[first].push_back({dictionary, std::move(words)});
}

// Makes every term of `other` one of `dictionary` as well.
void Lexicon::add_all_of(DictionaryId other, DictionaryId dictionary) {
  DictionarySet wanted;
  wanted.set(other);
  for (const WordId word : words_in(wanted)) mark(word, dictionary);
  std::vector<AddedTerm> terms;
  for (const MappedTerm& term : terms_) {
    if (term.dictionary != other) continue;
    const auto words = term_words_.subspan(term.words, term.length);
    terms.push_back({dictionary, {words.begin(), words.end()}});
  }
  for (const auto& [first, added] : added_terms_) {
    for (const AddedTerm& term : added) {
      if (term.dictionary == other) terms.push_back({dictionary, term.words});
    }
  }
  for (AddedTerm& term : terms) {
    const WordId first = term.words.front();
    added_terms_[first].push_back(std::move(term));
  }
  sizes_[dictionary] += sizes_[other];
}

Errors Lexicon::refusals(const WordList& list) const {
  Errors errors;
  if (names_.size() == kMaxDictionaries) {
    errors.push_back(
        {list.file, 0, 0, {"dictionary.too-many", {{"limit", std::int64_t{kMaxDictionaries}}}}});
  }
  if (dictionary(list.name))
    errors.push_back({list.file, 0, 0, {"dictionary.duplicate", {{"name", list.name}}}});
  for (const SourceText& other : list.includes) {
    if (dictionary(other.text)) continue;
    errors.push_back({other.place.file,
                      other.place.line,
                      other.place.column,
                      {"dictionary.unknown-include",
                       {{"name", other.text}, {"hint", nearest_name(other.text, names_)}}}});
  }
  for (const WordRole role : list.roles) {
    if (!is_of_one_list(role) || filling(role).none()) continue;
    errors.push_back(
        {list.file, 0, 0, {"dictionary.role-twice", {{"role", std::string(name_of(role))}}}});
  }
  return errors;
}

Result<DictionaryId> Lexicon::add(const WordList& list) {
  Errors errors = refusals(list);
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  const auto id = static_cast<DictionaryId>(names_.size());
  names_.push_back(list.name);
  sizes_.push_back(0);
  for (const WordRole role : list.roles) roles_[static_cast<std::size_t>(role)].set(id);
  for (const std::string& term : list.terms) {
    add_term(id, term);
    for (const WordClass word_class : list.inflect) {
      for (const std::string& form : inflected_forms(term, word_class)) add_term(id, form);
    }
  }
  for (const SourceText& other : list.includes) add_all_of(*dictionary(other.text), id);
  return id;
}

}  // namespace postlint
