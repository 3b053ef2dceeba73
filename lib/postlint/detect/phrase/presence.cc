#include "postlint/detect/phrase/presence.h"

#include <algorithm>

namespace postlint {

void Presence::add(const Annotations& annotations, std::uint32_t token) {
  mask_.add(annotations.mask(token));
  for (const Reading& reading : annotations.readings(token)) {
    if (reading.word == kNoWord) continue;
    const std::uint32_t bit = bit_of(reading.word);
    words_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
}

bool Presence::may_hold(const PhraseBook& book, const PhraseNeed& need) const {
  const auto words = need.words.of(book.words);
  return mask_.meets(book.masks[need.mask]) ||
         std::any_of(words.begin(), words.end(), [this](WordId word) {
           const std::uint32_t bit = bit_of(word);
           return (words_[bit / 64] >> bit % 64 & 1) != 0;
         });
}

}  // namespace postlint
