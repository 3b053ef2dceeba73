// What may be said of a token, in 256 bits: whether it can be what a phrase wants at a place costs
// one comparison, and most places where a phrase might be are ruled out by it.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "postlint/lexicon/lexicon.h"

namespace postlint {

// Sorts of single tokens that phrases can name in angle brackets.
enum class TokenClass : std::uint8_t {
  number,
  url,
  email,
  handle,
  hashtag,
  emoji,
  word,
  punctuation,
  capitalised,  // first letter upper, or all in capitals
  caps,         // two letters or more, all in capitals
  lower,
};
inline constexpr std::size_t kTokenClasses = 11;

// Their names, in the order of TokenClass.
std::span<const std::string_view> token_class_names();

// What else a token may be.
enum class TokenTrait : std::uint8_t {
  mark = kTokenClasses,  // punctuation, symbol or emoji
  no_mark,
  transparent,  // quotation marks, emphasis marks, emoji, a hyphen inside a word
  edge,         // of a token that is not there: the sentence begins or ends here
};

// A set of properties. Dictionaries and words share bits with others, so that two masks that meet
// need not have anything in common; two that do not meet have nothing in common.
class TokenMask {
 public:
  constexpr TokenMask() = default;
  static constexpr TokenMask everything() {
    TokenMask mask;
    mask.bits_.fill(~std::uint64_t{0});
    return mask;
  }
  static constexpr TokenMask of(TokenTrait trait) {
    TokenMask mask;
    mask.add(trait);
    return mask;
  }

  constexpr void add(TokenClass it) { bits_[3] |= bit_of(static_cast<unsigned>(it)); }
  constexpr void add(TokenTrait it) { bits_[3] |= bit_of(static_cast<unsigned>(it)); }
  void add(const DictionarySet& dictionaries) {
    std::array<std::uint64_t, kMaxDictionaries / 64> words;
    static_assert(sizeof words == sizeof dictionaries);
    // No std::bit_cast: emscripten's libc++ lacks it.
    std::memcpy(words.data(), &dictionaries, sizeof words);
    for (std::size_t i = 0; i < words.size(); ++i) bits_[i % 2] |= words[i];
  }
  constexpr void add_dictionary(DictionaryId id) {
    bits_[id / 64 % 2] |= std::uint64_t{1} << id % 64;
  }
  constexpr void add_word(WordId word) {
    const std::uint32_t bit = (word * 0x9E37'79B1U >> 16) % kWordBits;
    bits_[2 + bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  constexpr void add(const TokenMask& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }

  constexpr bool has(TokenClass it) const { return is_set(static_cast<unsigned>(it)); }
  constexpr bool has(TokenTrait it) const { return is_set(static_cast<unsigned>(it)); }
  // False: no dictionary of that bit.
  constexpr bool may_be_in(DictionaryId id) const {
    return (bits_[id / 64 % 2] >> id % 64 & 1) != 0;
  }
  constexpr bool meets(const TokenMask& other) const {
    return ((bits_[0] & other.bits_[0]) | (bits_[1] & other.bits_[1]) |
            (bits_[2] & other.bits_[2]) | (bits_[3] & other.bits_[3])) != 0;
  }

  friend constexpr bool operator==(const TokenMask&, const TokenMask&) = default;
  // Any order, for maps. Written out: not every libc++ has <=> of arrays.
  friend constexpr bool operator<(const TokenMask& a, const TokenMask& b) {
    for (std::size_t i = 0; i < a.bits_.size(); ++i) {
      if (a.bits_[i] != b.bits_[i]) return a.bits_[i] < b.bits_[i];
    }
    return false;
  }

 private:
  // The third word, and of the fourth what classes and traits leave.
  static constexpr std::uint32_t kWordBits = 112;

  static constexpr std::uint64_t bit_of(unsigned property) {
    return std::uint64_t{1} << (kWordBits - 64 + property);
  }
  constexpr bool is_set(unsigned property) const { return (bits_[3] & bit_of(property)) != 0; }

  std::array<std::uint64_t, 4> bits_{};
};

}  // namespace postlint
