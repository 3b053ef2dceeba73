#include "postlint/detect/words/word_reader.h"

#include <algorithm>

#include "postlint/base/ascii.h"
#include "postlint/detect/words/slips.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

constexpr std::size_t kShortestTarget = 3;
constexpr std::size_t kLongestTarget = 24;
constexpr std::size_t kLetters = 26;
constexpr std::size_t kBuckets = (kLongestTarget + 1) * kLetters;
constexpr std::size_t kMostReadings = 6;

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_lower<char>);
}

std::size_t bucket_of(std::size_t length, char first) {
  return length * kLetters + static_cast<std::size_t>(first - 'a');
}

}  // namespace

WordReader::WordReader(const Lexicon& lexicon) {
  const DictionarySet& groups = lexicon.filling(WordRole::group);
  const DictionarySet& by_slip = lexicon.filling(WordRole::misspelt);
  const DictionarySet behind_signs = by_slip | lexicon.filling(WordRole::masked);
  const auto words = lexicon.words_in(behind_signs | Compounds::dictionaries(lexicon));
  compounds_ = Compounds(lexicon, words);
  for (const WordId word : words) {
    const std::string_view text = lexicon.text_of(word);
    const DictionarySet& set = lexicon.set(lexicon.set_of(word));
    const bool fits =
        is_plain(text) && text.size() >= kShortestTarget && text.size() <= kLongestTarget;
    if (!fits || (set & behind_signs).none()) continue;
    targets_.push_back({text, word, (set & groups).any(), (set & by_slip).any()});
  }
  const auto bucket = [](const Target& target) {
    return bucket_of(target.text.size(), target.text.front());
  };
  std::sort(targets_.begin(), targets_.end(), [&](const Target& a, const Target& b) {
    return bucket(a) != bucket(b) ? bucket(a) < bucket(b) : a.text < b.text;
  });
  bucket_starts_.assign(kBuckets + 1, 0);
  for (const Target& target : targets_) ++bucket_starts_[bucket(target) + 1];
  for (std::size_t i = 0; i < kBuckets; ++i) bucket_starts_[i + 1] += bucket_starts_[i];
}

void WordReader::read(std::string_view unknown, bool is_name_like, const Lexicon& lexicon,
                      std::vector<Reading>& out) const {
  std::vector<std::string> disguised;
  append_disguised_readings(unknown, disguised);
  const std::size_t before = out.size();
  for (const std::string& reading : disguised) {
    const WordId word = lexicon.find(reading);
    if (word != kNoWord) out.push_back({word, lexicon.set_of(word)});
  }
  if (out.size() == before && is_ascii_lower(unknown.front()) && has_hiding_signs(unknown)) {
    add_matching(unknown, unknown.front(), fits_signs, lexicon, false, false, out);
  }
  if (out.size() != before || targets_.empty()) return;
  read_slips(unknown, is_name_like, lexicon, out);
  for (const std::string& reading : disguised) {
    if (out.size() == before) read_slips(reading, is_name_like, lexicon, out);
  }
}

// A slip leaves the first letter, or swaps it with the second.
void WordReader::read_slips(std::string_view word, bool is_name_like, const Lexicon& lexicon,
                            std::vector<Reading>& out) const {
  if (word.size() < kShortestTarget || !is_plain(word)) return;
  if (const auto compound = compounds_.read(word, lexicon)) {
    out.push_back(*compound);
    return;
  }
  add_matching(word, word[0], is_a_letter_off, lexicon, true, is_name_like, out);
  if (word[0] != word[1])
    add_matching(word, word[1], is_a_letter_off, lexicon, true, is_name_like, out);
}

void WordReader::add_matching(std::string_view word, char first, Matches matches,
                              const Lexicon& lexicon, bool by_slip, bool is_name_like,
                              std::vector<Reading>& out) const {
  const std::size_t most = out.size() + kMostReadings;
  for (std::size_t length = word.size() - 1; length <= std::min(word.size() + 1, kLongestTarget);
       ++length) {
    const std::size_t bucket = bucket_of(length, first);
    for (std::uint32_t i = bucket_starts_[bucket]; i < bucket_starts_[bucket + 1]; ++i) {
      const Target& target = targets_[i];
      if ((by_slip && !target.by_slip) || (is_name_like && !target.names_group)) continue;
      if (matches(word, target.text)) out.push_back({target.word, lexicon.set_of(target.word)});
      if (out.size() == most) return;
    }
  }
}

}  // namespace postlint
