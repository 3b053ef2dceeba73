#include "postlint/text/latin_segments.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <vector>

namespace postlint {
namespace {

// What a character is to the word rules (WB) and to the sentence rules (SB) of UAX #29.
enum class WordClass : std::uint8_t {
  unknown, other, letter, numeric, mid_letter, mid_num, mid_both, extend_num, space, line_end
};
enum class SentenceClass : std::uint8_t { other, lower, upper, letter, numeric, stop, mark, space, close, go_on };

struct CharacterClass {
  WordClass word = WordClass::unknown;
  SentenceClass sentence = SentenceClass::other;
};

constexpr UChar32 kTableSize = 0x250;
constexpr UChar32 kPunctuationFirst = 0x2010;
constexpr UChar32 kPunctuationLast = 0x2026;
constexpr UChar32 kEuro = 0x20AC;

// With ICU's tailoring (CLDR 42): "@" runs on like a letter, ":" joins nothing.
WordClass word_class_of(UChar32 c) {
  if (c == ' ') return WordClass::space;
  if (c == '@') return WordClass::letter;
  if (c == ':') return WordClass::other;
  if (c == '\n' || c == '\r') return WordClass::line_end;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER: return WordClass::letter;
    case U_WB_NUMERIC: return WordClass::numeric;
    case U_WB_MIDLETTER: return WordClass::mid_letter;
    case U_WB_MIDNUM: return WordClass::mid_num;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE: return WordClass::mid_both;
    case U_WB_EXTENDNUMLET: return WordClass::extend_num;
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE: return u_isUWhiteSpace(c) != 0 && c != '\t' ? WordClass::unknown : WordClass::other;
    default: return WordClass::unknown;
  }
}

SentenceClass sentence_class_of(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_LOWER: return SentenceClass::lower;
    case U_SB_UPPER: return SentenceClass::upper;
    case U_SB_OLETTER: return SentenceClass::letter;
    case U_SB_NUMERIC: return SentenceClass::numeric;
    case U_SB_ATERM: return SentenceClass::stop;
    case U_SB_STERM: return SentenceClass::mark;
    case U_SB_SP: return SentenceClass::space;
    case U_SB_CLOSE: return SentenceClass::close;
    case U_SB_SCONTINUE: return SentenceClass::go_on;
    default: return SentenceClass::other;
  }
}

CharacterClass class_of(UChar32 c) { return {word_class_of(c), sentence_class_of(c)}; }

// Classes of the Latin blocks and of general punctuation, read from ICU once.
class Table {
 public:
  Table() {
    for (UChar32 c = 0; c < kTableSize; ++c) latin_[static_cast<std::size_t>(c)] = class_of(c);
    for (UChar32 c = kPunctuationFirst; c <= kPunctuationLast; ++c) {
      punctuation_[static_cast<std::size_t>(c - kPunctuationFirst)] = class_of(c);
    }
    euro_ = class_of(kEuro);
  }

  CharacterClass of(UChar32 c) const {
    if (c < kTableSize) return latin_[static_cast<std::size_t>(c)];
    if (c >= kPunctuationFirst && c <= kPunctuationLast) return punctuation_[static_cast<std::size_t>(c - kPunctuationFirst)];
    return c == kEuro ? euro_ : CharacterClass{};
  }

 private:
  std::array<CharacterClass, kTableSize> latin_;
  std::array<CharacterClass, kPunctuationLast - kPunctuationFirst + 1> punctuation_;
  CharacterClass euro_;
};

const Table& table() {
  static const Table instance;
  return instance;
}

// SB3 to SB998, fed with one character after the other.
class SentenceRules {
 public:
  explicit SentenceRules(std::vector<std::uint32_t>& breaks) : breaks_(breaks) {}

  void follow(std::uint32_t at, SentenceClass here) {
    if (state_ != State::text) settle(at, here);
    if (here == SentenceClass::stop || here == SentenceClass::mark) {
      state_ = State::term;
      is_stop_ = here == SentenceClass::stop;
      after_cased_ = previous_ == SentenceClass::lower || previous_ == SentenceClass::upper;
    }
    previous_ = here;
  }

  // A line ends before `at`: so does the sentence (SB4); a stop that no small letter followed had
  // ended one before.
  void end_line(std::uint32_t at) {
    if (state_ == State::ahead) breaks_.push_back(candidate_);
    breaks_.push_back(at);
    state_ = State::text;
    previous_ = SentenceClass::other;
  }

 private:
  enum class State : std::uint8_t {
    text,
    term,    // right behind a full stop, exclamation or question mark
    close,   // behind closing marks
    space,   // behind the spaces
    ahead,   // behind a full stop: a small letter further on means that it ended nothing (SB8)
  };

  void settle(std::uint32_t at, SentenceClass here) {
    const bool terminates = here == SentenceClass::stop || here == SentenceClass::mark;
    if (state_ == State::ahead) return look_ahead(here, terminates);
    if (here == SentenceClass::close && state_ != State::space) {
      state_ = State::close;
    } else if (here == SentenceClass::space) {
      state_ = State::space;
    } else if (is_inside_word(here) || here == SentenceClass::go_on || terminates) {
      state_ = State::text;  // SB6, SB7, SB8a
    } else if (!is_stop_) {
      breaks_.push_back(at);
      state_ = State::text;
    } else {
      candidate_ = at;
      state_ = State::ahead;
      look_ahead(here, false);
    }
  }

  // "3.5", "U.S"
  bool is_inside_word(SentenceClass here) const {
    if (!is_stop_ || state_ != State::term) return false;
    return here == SentenceClass::numeric || (here == SentenceClass::upper && after_cased_);
  }

  void look_ahead(SentenceClass here, bool terminates) {
    if (here == SentenceClass::lower) {
      state_ = State::text;
    } else if (here == SentenceClass::upper || here == SentenceClass::letter || terminates) {
      breaks_.push_back(candidate_);
      state_ = State::text;
    }
  }

  std::vector<std::uint32_t>& breaks_;
  State state_ = State::text;
  SentenceClass previous_ = SentenceClass::other;
  std::uint32_t candidate_ = 0;
  bool is_stop_ = false;
  bool after_cased_ = false;
};

// WB3 to WB999, with the sentences beside it.
class LatinSegmenter {
 public:
  LatinSegmenter(std::string_view text, std::uint32_t offset, LatinScratch& scratch, std::vector<Segment>& segments)
      : text_(text),
        bytes_(reinterpret_cast<const std::uint8_t*>(text.data())),
        offset_(offset),
        breaks_(scratch.sentence_breaks),
        sentences_(breaks_),
        segments_(segments),
        first_segment_(segments.size()) {
    breaks_.clear();
  }

  bool run() {
    while (at_ < text_.size()) {
      const CharacterClass here = class_at(at_);
      if (here.word == WordClass::unknown) return false;
      const std::uint32_t begin = at_;
      if (runs_on(here.word)) {
        if (!take_word()) return false;
        continue;
      }
      at_ = next_;
      if (here.word == WordClass::line_end) {
        sentences_.end_line(at_);
      } else {
        sentences_.follow(begin, here.sentence);
      }
      const bool is_white = here.word == WordClass::space || here.word == WordClass::line_end || bytes_[begin] == '\t';
      if (!is_white) add(begin, false);
    }
    sentences_.end_line(at_);
    mark_sentences();
    return true;
  }

 private:
  static bool runs_on(WordClass word) {
    return word == WordClass::letter || word == WordClass::numeric || word == WordClass::extend_num;
  }

  // Sets next_ behind the character.
  CharacterClass class_at(std::uint32_t at) {
    const std::uint8_t byte = bytes_[at];
    next_ = at + 1;
    if (byte < 0x80) return table_.of(byte);
    auto index = static_cast<std::int64_t>(at);
    UChar32 c = 0;
    U8_NEXT_UNSAFE(bytes_, index, c);
    next_ = static_cast<std::uint32_t>(index);
    return table_.of(c);
  }

  // WB5 to WB13b: letters and digits run on, over one mark that stands between two of a kind.
  bool take_word() {
    const std::uint32_t begin = at_;
    bool is_word = false;
    WordClass last = WordClass::other;
    while (at_ < text_.size()) {
      const CharacterClass here = class_at(at_);
      if (here.word == WordClass::unknown) return false;
      const std::uint32_t behind = next_;
      if (!runs_on(here.word) && !joins(last, here.word, behind)) break;
      const bool two_joiners = here.word == WordClass::extend_num && last == WordClass::extend_num;
      is_word = is_word || here.word == WordClass::letter || here.word == WordClass::numeric || two_joiners;
      sentences_.follow(at_, here.sentence);
      last = here.word;
      at_ = behind;
    }
    add(begin, is_word);
    return true;
  }

  // A mark joins two letters, or two digits.
  bool joins(WordClass last, WordClass mark, std::uint32_t behind) {
    const bool letters = last == WordClass::letter && (mark == WordClass::mid_letter || mark == WordClass::mid_both);
    const bool digits = last == WordClass::numeric && (mark == WordClass::mid_num || mark == WordClass::mid_both);
    if ((!letters && !digits) || behind >= text_.size()) return false;
    const WordClass next = class_at(behind).word;
    return next == (letters ? WordClass::letter : WordClass::numeric);
  }

  void add(std::uint32_t begin, bool is_word) {
    segments_.push_back({offset_ + begin, offset_ + at_, is_word, false});
  }

  void mark_sentences() {
    bool starts = true;
    auto next_break = breaks_.begin();
    for (std::size_t i = first_segment_; i < segments_.size(); ++i) {
      for (; next_break != breaks_.end() && offset_ + *next_break <= segments_[i].begin; ++next_break) starts = true;
      segments_[i].starts_sentence = starts;
      starts = false;
    }
  }

  std::string_view text_;
  const std::uint8_t* bytes_;
  std::uint32_t offset_;
  std::vector<std::uint32_t>& breaks_;
  SentenceRules sentences_;
  std::vector<Segment>& segments_;
  std::size_t first_segment_;
  const Table& table_ = table();
  std::uint32_t at_ = 0;
  std::uint32_t next_ = 0;
};

}  // namespace

bool append_latin_segments(std::string_view paragraph, std::uint32_t offset, LatinScratch& scratch,
                           std::vector<Segment>& segments) {
  return LatinSegmenter(paragraph, offset, scratch, segments).run();
}

}  // namespace postlint
