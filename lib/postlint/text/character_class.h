// What single characters are to the rules of UAX #29 and to the tokenizer. Private to text/.
#pragma once

#include <array>
#include <cstdint>

namespace postlint {

// Word_Break of UAX #29, table 3, as far as Latin text needs it.
enum class WordBreak : std::uint8_t {
  beyond,  // not in the table, or a rare line end: ICU decides
  letter,
  digit,
  connector,    // ExtendNumLet: "_"
  mid_letter,   // joins letters: "·"
  mid_number,   // joins digits: ","
  mid_both,     // joins both: ".", "'", "’"
  attached,     // Extend, Format, ZWJ: belongs to what stands before it
  flag_letter,  // Regional_Indicator: two make a flag
  white,        // white space
  line_end,     // LF, CR
  other,
};

// Sentence_Break of UAX #29, table 4.
enum class SentenceBreak : std::uint8_t {
  other,
  attached,  // Extend, Format
  space,
  line_end,
  lower,
  upper,
  letter,  // OLetter
  digit,
  full_stop,     // ATerm
  terminator,    // STerm
  continuation,  // SContinue
  closing,
};

struct CharacterClass {
  WordBreak word = WordBreak::beyond;
  SentenceBreak sentence = SentenceBreak::other;
  bool pictograph = false;  // Extended_Pictographic
};

// The classes of Latin letters, punctuation, symbols and emoji, read from ICU once; all other
// characters are `beyond`. Immutable.
class CharacterTable {
 public:
  static const CharacterTable& instance();

  CharacterClass of(char32_t c) const {
    if (c < kBasicEnd) return basic_[c];
    if (c - kEmojiBegin < kEmojiCount) return emoji_[c - kEmojiBegin];
    return c == kEmojiSelector ? emoji_selector_ : CharacterClass{};
  }

 private:
  CharacterTable();

  static constexpr char32_t kBasicEnd = 0x2C00;
  static constexpr char32_t kEmojiBegin = 0x1F000;
  static constexpr char32_t kEmojiCount = 0xC00;
  static constexpr char32_t kEmojiSelector = 0xFE0F;

  std::array<CharacterClass, kBasicEnd> basic_;
  std::array<CharacterClass, kEmojiCount> emoji_;
  CharacterClass emoji_selector_;
};

// Of any character, by ICU.
bool is_white_space(char32_t c);
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_mark(char32_t c);            // combining marks
bool is_word_character(char32_t c);  // letters, digits, marks and "_"
bool is_punctuation(char32_t c);
bool is_pictograph(char32_t c);

}  // namespace postlint
