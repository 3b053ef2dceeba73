#include "postlint/detect/words/compounds.h"

#include <algorithm>
#include <iterator>

namespace postlint {
namespace {

constexpr std::size_t kShortestRest = 3;

std::vector<WordId> words_of(WordRole role, const Lexicon& lexicon, std::span<const WordId> words) {
  std::vector<WordId> found;
  std::copy_if(words.begin(), words.end(), std::back_inserter(found),
               [&](WordId word) { return lexicon.in(word, role); });
  return found;
}

std::optional<Reading> reading_as(WordRole role, const Lexicon& lexicon,
                                  std::span<const WordId> words) {
  const auto found = words_of(role, lexicon, words);
  if (found.empty()) return std::nullopt;
  return Reading{found.front(), lexicon.set_of(found.front())};
}

std::vector<std::string> terms_of(WordRole role, const Lexicon& lexicon,
                                  std::span<const WordId> words) {
  std::vector<std::string> terms;
  for (const WordId word : words_of(role, lexicon, words))
    terms.emplace_back(lexicon.text_of(word));
  return terms;
}

}  // namespace

DictionarySet Compounds::dictionaries(const Lexicon& lexicon) {
  return lexicon.filling({WordRole::abusive_prefix, WordRole::curse_prefix,
                          WordRole::innocent_compound, WordRole::reads_as_insult,
                          WordRole::reads_as_slur, WordRole::reads_as_curse});
}

Compounds::Compounds(const Lexicon& lexicon, std::span<const WordId> words)
    : prefixes_(terms_of(WordRole::abusive_prefix, lexicon, words)),
      curses_(terms_of(WordRole::curse_prefix, lexicon, words)),
      innocent_(terms_of(WordRole::innocent_compound, lexicon, words)),
      people_(lexicon.filling(WordRole::abusive_head)),
      groups_(lexicon.filling(WordRole::cursed_group)),
      ordinary_(lexicon.filling(WordRole::ordinary_word)),
      as_insult_(reading_as(WordRole::reads_as_insult, lexicon, words)),
      as_slur_(reading_as(WordRole::reads_as_slur, lexicon, words)),
      as_curse_(reading_as(WordRole::reads_as_curse, lexicon, words)) {
  std::sort(innocent_.begin(), innocent_.end());
  std::sort(prefixes_.begin(), prefixes_.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
}

std::optional<Reading> Compounds::read(std::string_view word, const Lexicon& lexicon) const {
  for (const std::string& prefix : prefixes_) {
    if (!word.starts_with(prefix)) continue;
    if (is_innocent(word)) return std::nullopt;
    if (const auto reading = read_as(prefix, word.substr(prefix.size()), lexicon)) return reading;
  }
  return std::nullopt;
}

std::optional<Reading> Compounds::read_as(std::string_view prefix, std::string_view rest,
                                          const Lexicon& lexicon) const {
  if (rest.size() < kShortestRest) return std::nullopt;
  const WordId word = lexicon.find(rest);
  if (word == kNoWord) return std::nullopt;
  const DictionarySet& set = lexicon.set(lexicon.set_of(word));
  const bool is_curse = std::find(curses_.begin(), curses_.end(), prefix) != curses_.end();
  if (is_curse && (set & groups_).any()) return as_slur_;
  if ((set & people_).any()) return as_insult_;
  if (is_curse && (set & ordinary_).any()) return as_curse_;
  return std::nullopt;
}

// The terms that `word` begins with sort before it, not far away.
bool Compounds::is_innocent(std::string_view word) const {
  const auto first =
      std::lower_bound(innocent_.begin(), innocent_.end(), word.substr(0, kShortestRest));
  const auto last = std::upper_bound(first, innocent_.end(), word);
  return std::any_of(first, last, [&](const std::string& term) { return word.starts_with(term); });
}

}  // namespace postlint
