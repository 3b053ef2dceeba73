#include "postlint/text/character_class.h"

#include <unicode/uchar.h>

namespace postlint {
namespace {

UChar32 code(char32_t c) { return static_cast<UChar32>(c); }

std::uint32_t category(char32_t c) { return U_GET_GC_MASK(code(c)); }

// "@" is a letter to some versions of ICU; here it is a sign (segmenter.h). ":" joins letters in
// Swedish and Finnish, not in Dutch.
WordBreak word_break(char32_t c) {
  if (c == '@' || c == ':') return WordBreak::other;
  if (c == '\n' || c == '\r') return WordBreak::line_end;
  switch (u_getIntPropertyValue(code(c), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return WordBreak::letter;
    case U_WB_NUMERIC:
      return WordBreak::digit;
    case U_WB_EXTENDNUMLET:
      return is_white_space(c) ? WordBreak::beyond : WordBreak::connector;
    case U_WB_MIDLETTER:
      return WordBreak::mid_letter;
    case U_WB_MIDNUM:
      return WordBreak::mid_number;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return WordBreak::mid_both;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      return WordBreak::attached;
    case U_WB_REGIONAL_INDICATOR:
      return WordBreak::flag_letter;
    case U_WB_WSEGSPACE:
      return WordBreak::white;
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:
      return is_white_space(c) ? WordBreak::white : WordBreak::other;
    default:
      return WordBreak::beyond;
  }
}

SentenceBreak sentence_break(char32_t c) {
  switch (u_getIntPropertyValue(code(c), UCHAR_SENTENCE_BREAK)) {
    case U_SB_EXTEND:
    case U_SB_FORMAT:
      return SentenceBreak::attached;
    case U_SB_SP:
      return SentenceBreak::space;
    case U_SB_CR:
    case U_SB_LF:
    case U_SB_SEP:
      return SentenceBreak::line_end;
    case U_SB_LOWER:
      return SentenceBreak::lower;
    case U_SB_UPPER:
      return SentenceBreak::upper;
    case U_SB_OLETTER:
      return SentenceBreak::letter;
    case U_SB_NUMERIC:
      return SentenceBreak::digit;
    case U_SB_ATERM:
      return SentenceBreak::full_stop;
    case U_SB_STERM:
      return SentenceBreak::terminator;
    case U_SB_SCONTINUE:
      return SentenceBreak::continuation;
    case U_SB_CLOSE:
      return SentenceBreak::closing;
    default:
      return SentenceBreak::other;
  }
}

CharacterClass class_of(char32_t c) { return {word_break(c), sentence_break(c), is_pictograph(c)}; }

}  // namespace

const CharacterTable& CharacterTable::instance() {
  static const CharacterTable table;
  return table;
}

CharacterTable::CharacterTable() : basic_{}, emoji_{}, emoji_selector_(class_of(kEmojiSelector)) {
  constexpr char32_t kLatinEnd = 0x250;
  constexpr char32_t kSymbolsBegin = 0x2000;
  for (char32_t c = 0; c < kLatinEnd; ++c) basic_[c] = class_of(c);
  for (char32_t c = kSymbolsBegin; c < kBasicEnd; ++c) basic_[c] = class_of(c);
  for (char32_t i = 0; i < kEmojiCount; ++i) emoji_[i] = class_of(kEmojiBegin + i);
}

bool is_white_space(char32_t c) { return u_isUWhiteSpace(code(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(code(c)) != 0; }
bool is_upper(char32_t c) { return u_isUUppercase(code(c)) != 0; }
bool is_lower(char32_t c) { return u_isULowercase(code(c)) != 0; }
bool is_mark(char32_t c) { return (category(c) & U_GC_M_MASK) != 0; }

bool is_word_character(char32_t c) {
  return c == '_' || (category(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

bool is_punctuation(char32_t c) { return (category(c) & U_GC_P_MASK) != 0; }

bool is_pictograph(char32_t c) {
  return u_hasBinaryProperty(code(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

}  // namespace postlint
