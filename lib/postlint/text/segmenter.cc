#include "postlint/text/segmenter.h"

#include <algorithm>
#include <cassert>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "postlint/text/character_class.h"
#include "postlint/text/latin_segments.h"
#include "postlint/text/utf8.h"

namespace postlint {
namespace {

using BreakIterator = std::unique_ptr<icu::BreakIterator>;

// After the line end that closes the paragraph at `begin`.
std::uint32_t paragraph_end(std::string_view text, std::uint32_t begin) {
  const std::size_t line_feed = text.find('\n', begin);
  const bool found = line_feed != std::string_view::npos;
  return static_cast<std::uint32_t>(found ? line_feed + 1 : text.size());
}

// An open UText over UTF-8 bytes.
class Utf8Text {
 public:
  explicit Utf8Text(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &status);
    assert(U_SUCCESS(status));
  }
  ~Utf8Text() { utext_close(&text_); }
  Utf8Text(const Utf8Text&) = delete;
  Utf8Text& operator=(const Utf8Text&) = delete;

  void give_to(icu::BreakIterator& iterator) {
    UErrorCode status = U_ZERO_ERROR;
    iterator.setText(&text_, status);
    assert(U_SUCCESS(status));
  }

 private:
  UText text_ = UTEXT_INITIALIZER;
};

bool is_attached(char32_t c) {
  const WordBreak word = CharacterTable::instance().of(c).word;
  return word == WordBreak::attached || (word == WordBreak::beyond && is_mark(c));
}

// The segments of one word of ICU's: a word with "@" in it is cut at both sides of the sign, and a
// mark that stood between the sign and a letter or digit falls off.
class AtSignCutter {
 public:
  AtSignCutter(std::string_view text, std::vector<std::uint32_t>& ends)
      : text_(text), ends_(ends) {}

  void cut(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
      const std::size_t found = text_.substr(0, end).find('@', begin);
      const auto sign = static_cast<std::uint32_t>(std::min<std::size_t>(found, end));
      if (sign > begin) cut_off_joiners(begin, sign, end);
      if (sign == end) return;
      begin = behind_attached(sign + 1, end);
      ends_.push_back(begin);
    }
  }

 private:
  std::uint32_t behind_attached(std::uint32_t at, std::uint32_t end) const {
    while (at < end && is_attached(code_point_at(text_, at).value)) {
      at += code_point_at(text_, at).size;
    }
    return at;
  }

  bool is_joiner(std::uint32_t at) const {
    const WordBreak word = CharacterTable::instance().of(code_point_at(text_, at).value).word;
    return word == WordBreak::mid_letter || word == WordBreak::mid_both;
  }

  // What lies between two signs, or a sign and an edge of the word.
  void cut_off_joiners(std::uint32_t begin, std::uint32_t end, std::uint32_t word_end) {
    if (is_joiner(begin)) {
      begin = behind_attached(begin + code_point_at(text_, begin).size, end);
      ends_.push_back(begin);
    }
    if (begin == end) return;
    std::uint32_t last = end - code_point_before(text_, end).size;
    while (last > begin && is_attached(code_point_at(text_, last).value)) {
      last -= code_point_before(text_, last).size;
    }
    if (end != word_end && last > begin && is_joiner(last)) ends_.push_back(last);
    ends_.push_back(end);
  }

  std::string_view text_;
  std::vector<std::uint32_t>& ends_;
};

// A mark may be attached to white space: the mark alone makes the segment.
std::uint32_t skip_white(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && is_white_space(code_point_at(text, begin).value)) {
    begin += code_point_at(text, begin).size;
  }
  return begin;
}

}  // namespace

struct Segmenter::Impl {
  void open() {
    if (words) return;
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale("nl"), status));
    sentences.reset(icu::BreakIterator::createSentenceInstance(icu::Locale("nl"), status));
    assert(U_SUCCESS(status));
  }

  void find_words(std::string_view paragraph) {
    word_ends.clear();
    AtSignCutter cutter(paragraph, word_ends);
    std::int32_t begin = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
      cutter.cut(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
      begin = end;
    }
  }

  void append(std::string_view paragraph, std::uint32_t offset, std::vector<Segment>& segments) {
    open();
    Utf8Text utf8(paragraph);
    utf8.give_to(*words);
    utf8.give_to(*sentences);
    find_words(paragraph);
    bool starts_sentence = true;
    std::int32_t next_sentence = sentences->next();
    std::uint32_t begin = 0;
    for (const std::uint32_t end : word_ends) {
      while (next_sentence != icu::BreakIterator::DONE &&
             begin >= static_cast<std::uint32_t>(next_sentence)) {
        starts_sentence = true;
        next_sentence = sentences->next();
      }
      const std::uint32_t visible = skip_white(paragraph, begin, end);
      if (visible < end) {
        segments.push_back({offset + visible, offset + end, starts_sentence});
        starts_sentence = false;
      }
      begin = end;
    }
  }

  LatinSegments latin;
  BreakIterator words;
  BreakIterator sentences;
  std::vector<std::uint32_t> word_ends;
};

Segmenter::Segmenter() : impl_(std::make_unique<Impl>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::segment(std::string_view text, std::vector<Segment>& segments) {
  segments.clear();
  for (std::uint32_t begin = 0; begin < text.size();) {
    const std::uint32_t end = paragraph_end(text, begin);
    const std::size_t known = segments.size();
    if (!impl_->latin.append(text, {begin, end}, segments)) {
      segments.resize(known);
      impl_->append(text.substr(begin, end - begin), begin, segments);
    }
    begin = end;
  }
}

void Segmenter::segment_with_icu(std::string_view text, std::vector<Segment>& segments) {
  segments.clear();
  for (std::uint32_t begin = 0; begin < text.size();) {
    const std::uint32_t end = paragraph_end(text, begin);
    impl_->append(text.substr(begin, end - begin), begin, segments);
    begin = end;
  }
}

}  // namespace postlint
