// The compiled lexicon: one read-only file of little-endian sections, each aligned to 8 bytes.
// Written by LexiconBuilder, mapped by Lexicon. Private to those two.
#pragma once

#include <cstdint>
#include <string_view>

#include "postlint/lexicon/lexicon.h"

namespace postlint {

inline constexpr std::uint64_t kLexiconMagic = 0x3454'4e49'4c54'5350;  // "PSTLINT4"

struct Lexicon::Header {
  std::uint64_t magic;
  std::uint32_t word_count;
  std::uint32_t slot_count;  // a power of two
  std::uint32_t set_count;
  std::uint32_t dictionary_count;
  std::uint32_t term_count;
  std::uint32_t term_word_count;
  std::uint32_t text_size;
  std::uint32_t role_count;
  std::uint64_t names_size;  // of dictionaries, each ended by "\n"
  std::uint64_t file_size;
};

struct Lexicon::MappedWord {
  std::uint32_t text;  // offset into the texts, to where the next word's begins
  DictionarySetId set;
};

struct Lexicon::MappedTerm {
  WordId first;  // terms are sorted by their first two words
  WordId second;
  DictionaryId dictionary;
  std::uint16_t length;  // words
  std::uint32_t words;   // offset into the term words
};

// Slots hold word + 1; 0 is empty. Linear probing from the hash of the text.
std::uint64_t lexicon_hash(std::string_view text);

}  // namespace postlint
