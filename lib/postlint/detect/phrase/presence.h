// What a stretch of text holds, in few bits: a phrase that needs a thing which is not there need
// not be tried anywhere in it.
#pragma once

#include <array>
#include <cstdint>

#include "postlint/detect/phrase/book.h"
#include "postlint/detect/words/annotations.h"
#include "postlint/detect/words/token_mask.h"

namespace postlint {

// Of a sentence or a document. May claim what is not there; never denies what is.
class Presence {
 public:
  void clear() {
    mask_ = {};
    words_.fill(0);
  }
  void add(const Annotations& annotations, std::uint32_t token);

  // Whether all that a program needs may be there. False: no match of it lies in the stretch.
  bool may_hold(const PhraseBook& book, const Program& program) const {
    for (const PhraseNeed& need : program.needs.of(book.needs)) {
      if (!may_hold(book, need)) return false;
    }
    return true;
  }

 private:
  // So large that the words of a long sentence leave nearly all of it empty.
  static constexpr std::uint32_t kBits = 4096;

  static std::uint32_t bit_of(WordId word) { return (word * 0x9E37'79B1U >> 16) % kBits; }
  bool may_hold(const PhraseBook& book, const PhraseNeed& need) const;

  TokenMask mask_;
  std::array<std::uint64_t, kBits / 64> words_{};
};

}  // namespace postlint
