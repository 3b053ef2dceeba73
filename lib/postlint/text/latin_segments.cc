#include "postlint/text/latin_segments.h"

#include <array>

#include "postlint/text/ascii_block.h"
#include "postlint/text/character_class.h"
#include "postlint/text/utf8.h"

namespace postlint {
namespace {

bool runs_on(WordBreak word) {
  return word == WordBreak::letter || word == WordBreak::digit || word == WordBreak::connector;
}

// The ASCII characters that run on, most of all text.
constexpr auto kRunsOn = [] {
  std::array<bool, 256> runs_on{};
  for (char c = 'a'; c <= 'z'; ++c) runs_on[static_cast<unsigned char>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) runs_on[static_cast<unsigned char>(c)] = true;
  for (char c = '0'; c <= '9'; ++c) runs_on[static_cast<unsigned char>(c)] = true;
  return runs_on;
}();

bool is_terminator(SentenceBreak sentence) {
  return sentence == SentenceBreak::full_stop || sentence == SentenceBreak::terminator;
}

constexpr char32_t kZeroWidthJoiner = 0x200D;

}  // namespace

// The word rules, WB1 to WB999.
class LatinWords {
 public:
  LatinWords(std::string_view text, Span paragraph, std::vector<LatinSegments::Terminator>& marks,
             std::vector<Segment>& segments)
      : text_(text),
        at_(paragraph.begin),
        end_(paragraph.end),
        terminators_(marks),
        segments_(segments) {}

  bool run() {
    while (at_ < end_ && !failed_) {
      if (text_[at_] == ' ' && !is_high(at_ + 1)) {
        ++at_;
        continue;
      }
      read(at_);
      if (runs_on(here_.word)) {
        take_word();
      } else {
        take_other();
      }
    }
    return !failed_;
  }

 private:
  // Sets here_ and behind_.
  void read(std::uint32_t at) {
    if (const auto byte = static_cast<unsigned char>(text_[at]); byte < 0x80) {
      here_ = table_.of(byte);
      behind_ = at + 1;
    } else {
      const CodePoint c = code_point_at(text_, at);
      here_ = table_.of(c.value);
      behind_ = at + c.size;
    }
  }

  bool is_high(std::uint32_t at) const {
    return at < end_ && static_cast<unsigned char>(text_[at]) >= 0x80;
  }

  void add(std::uint32_t begin) { segments_.push_back({begin, at_, false}); }

  // WB5 to WB13b: letters, digits and "_" run on, over one mark that stands between two of a kind.
  void take_word() {
    const std::uint32_t begin = at_;
    while (true) {
      const WordBreak last = take_run();
      if (at_ >= end_ || failed_) break;
      if (here_.word == WordBreak::beyond) return fail();
      if (!joins(last)) break;
    }
    add(begin);
  }

  // Leaves here_ at what follows the run; the class of its last character.
  WordBreak take_run() {
    WordBreak last = WordBreak::other;
    do {
      const std::uint32_t first_end = behind_;
      skip_letters_and_digits();
      if (behind_ != first_end) read(behind_ - 1);
      last = here_.word;
      at_ = behind_;
      if (is_high(at_)) take_attached(false);
      if (at_ >= end_) return last;
      read(at_);
    } while (runs_on(here_.word));
    return last;
  }

  // In ASCII, where most of them stand.
  void skip_letters_and_digits() {
    while (end_ - behind_ >= AsciiBlock::kSize) {
      const AsciiBlock block(text_, behind_);
      const std::uint64_t others = ~(block.letters() | block.digits()) & AsciiBlock::kAll;
      if (others != 0) {
        behind_ += AsciiBlock::before(others);
        return;
      }
      behind_ += AsciiBlock::kSize;
    }
    while (behind_ < end_ && kRunsOn[static_cast<unsigned char>(text_[behind_])]) ++behind_;
  }

  // A mark here_ that joins what is before and after it: at_ moves onto what is after.
  bool joins(WordBreak last) {
    const WordBreak mark = here_.word;
    const bool letters =
        last == WordBreak::letter && (mark == WordBreak::mid_letter || mark == WordBreak::mid_both);
    const bool digits =
        last == WordBreak::digit && (mark == WordBreak::mid_number || mark == WordBreak::mid_both);
    if ((!letters && !digits) || behind_ >= end_) return false;
    const std::uint32_t next = behind_;
    const bool may_end_sentence = is_terminator(here_.sentence);
    read(next);
    if (here_.word == WordBreak::attached) fail();
    if (here_.word != last) return false;
    if (may_end_sentence) terminators_.push_back({at_, segments_.size() + 1});
    at_ = next;
    return true;
  }

  // WB4: what is attached belongs to the character before; WB3c: a joiner brings an emoji with it.
  // ICU's rules have their own mind about emoji joined to anything else: they are left to it.
  void take_attached(bool to_pictograph) {
    while (is_high(at_)) {
      const bool after_joiner = code_point_before(text_, at_).value == kZeroWidthJoiner;
      read(at_);
      const bool is_joined = after_joiner && here_.pictograph;
      const bool is_plain = here_.word == WordBreak::other && !is_terminator(here_.sentence);
      if (is_joined && !(to_pictograph && is_plain)) return fail();
      if (!is_joined && here_.word != WordBreak::attached) return;
      at_ = behind_;
    }
  }

  void take_other() {
    const CharacterClass first = here_;
    const std::uint32_t begin = at_;
    if (first.word == WordBreak::beyond || first.word == WordBreak::attached) return fail();
    at_ = behind_;
    const bool is_white = first.word == WordBreak::white || first.word == WordBreak::line_end;
    if (is_high(at_)) take_behind(first);
    if (is_terminator(first.sentence)) terminators_.push_back({begin, segments_.size() + 1});
    if (first.word == WordBreak::line_end) terminators_.push_back({begin, segments_.size()});
    if (!is_white) add(begin);
  }

  // What belongs to a character that is no part of a word. A mark attached to white space is left
  // to ICU.
  void take_behind(CharacterClass first) {
    if (first.word == WordBreak::line_end) return;
    const std::uint32_t before = at_;
    take_attached(first.pictograph);
    if (first.word == WordBreak::white && at_ != before) return fail();
    if (first.word != WordBreak::flag_letter || !is_high(at_)) return;
    read(at_);
    if (here_.word != WordBreak::flag_letter) return;  // WB15, WB16
    at_ = behind_;
    if (is_high(at_)) take_attached(false);
  }

  void fail() { failed_ = true; }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::vector<LatinSegments::Terminator>& terminators_;
  std::vector<Segment>& segments_;
  const CharacterTable& table_ = CharacterTable::instance();
  CharacterClass here_;
  std::uint32_t behind_ = 0;
  bool failed_ = false;
};

// The sentence rules, SB1 to SB998, asked where a mark may end a sentence.
class LatinSentences {
 public:
  LatinSentences(std::string_view text, Span paragraph) : text_(text), paragraph_(paragraph) {}

  // Where the sentence ends that `mark` closes; the end of the paragraph if it closes none.
  std::uint32_t end_behind(std::uint32_t mark) const {
    const SentenceBreak terminator = class_at(mark).sentence;
    if (terminator == SentenceBreak::line_end) return mark + 1;  // SB4
    const std::uint32_t behind = skip_attached(mark + code_point_at(text_, mark).size);
    const std::uint32_t next = skip(skip(behind, SentenceBreak::closing), SentenceBreak::space);
    if (next >= paragraph_.end) return paragraph_.end;
    const SentenceBreak follows = class_at(next).sentence;
    const bool goes_on = follows == SentenceBreak::continuation || is_terminator(follows);  // SB8a
    const bool is_stop = terminator == SentenceBreak::full_stop;
    const bool inside_word = is_stop && next == behind && is_inside_word(mark, follows);
    if (goes_on || inside_word || (is_stop && leads_to_lower(next))) return paragraph_.end;
    return next;
  }

 private:
  CharacterClass class_at(std::uint32_t at) const {
    return table_.of(code_point_at(text_, at).value);
  }

  std::uint32_t skip_attached(std::uint32_t at) const {
    while (at < paragraph_.end && class_at(at).sentence == SentenceBreak::attached) {
      at += code_point_at(text_, at).size;
    }
    return at;
  }

  std::uint32_t skip(std::uint32_t at, SentenceBreak skipped) const {
    while (at < paragraph_.end && class_at(at).sentence == skipped) {
      at = skip_attached(at + code_point_at(text_, at).size);
    }
    return at;
  }

  // SB6 and SB7: "3.5", "U.S"
  bool is_inside_word(std::uint32_t mark, SentenceBreak follows) const {
    if (follows == SentenceBreak::digit) return true;
    if (follows != SentenceBreak::upper) return false;
    SentenceBreak before = SentenceBreak::attached;
    while (mark > paragraph_.begin && before == SentenceBreak::attached) {
      mark -= code_point_before(text_, mark).size;
      before = class_at(mark).sentence;
    }
    return before == SentenceBreak::upper || before == SentenceBreak::lower;
  }

  // SB8: a small letter further on means that the full stop ended nothing.
  bool leads_to_lower(std::uint32_t at) const {
    for (; at < paragraph_.end; at += code_point_at(text_, at).size) {
      switch (class_at(at).sentence) {
        case SentenceBreak::lower:
          return true;
        case SentenceBreak::upper:
        case SentenceBreak::letter:
        case SentenceBreak::line_end:
        case SentenceBreak::full_stop:
        case SentenceBreak::terminator:
          return false;
        default:
          break;
      }
    }
    return false;
  }

  std::string_view text_;
  Span paragraph_;
  const CharacterTable& table_ = CharacterTable::instance();
};

bool LatinSegments::append(std::string_view text, Span paragraph, std::vector<Segment>& segments) {
  terminators_.clear();
  const std::size_t first = segments.size();
  if (!LatinWords(text, paragraph, terminators_, segments).run()) return false;
  if (segments.size() == first) return true;
  segments[first].starts_sentence = true;
  const LatinSentences sentences(text, paragraph);
  for (const Terminator& mark : terminators_) {
    const std::uint32_t end = sentences.end_behind(mark.at);
    if (end == paragraph.end) continue;
    std::size_t next = mark.segment;
    while (next < segments.size() && segments[next].begin < end) ++next;
    if (next < segments.size()) segments[next].starts_sentence = true;
  }
  return true;
}

}  // namespace postlint
