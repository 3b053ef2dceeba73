#include "postlint/text/segmenter.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>

#include "postlint/text/latin_segments.h"

namespace postlint {
namespace {

using BreakIterator = std::unique_ptr<icu::BreakIterator>;

bool is_white_space(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (auto at = static_cast<std::int64_t>(begin); at < static_cast<std::int64_t>(end);) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, static_cast<std::int64_t>(end), c);
    if (u_isUWhiteSpace(c) == 0) return false;
  }
  return true;
}

// Behind the line end that closes the paragraph at `begin`.
std::uint32_t paragraph_end(std::string_view text, std::uint32_t begin) {
  const std::size_t line_feed = text.find('\n', begin);
  return static_cast<std::uint32_t>(line_feed == std::string_view::npos ? text.size() : line_feed + 1);
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

}  // namespace

struct Segmenter::Impl {
  // Opened when the first paragraph needs them: most drafts never do.
  void open() {
    if (words) return;
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale("nl"), status));
    sentences.reset(icu::BreakIterator::createSentenceInstance(icu::Locale("nl"), status));
    assert(U_SUCCESS(status));
  }

  void segment_paragraph(std::string_view text, std::uint32_t offset, std::vector<Segment>& segments) {
    open();
    Utf8Text utf8(text);
    utf8.give_to(*words);
    utf8.give_to(*sentences);
    bool starts_sentence = true;
    std::int32_t next_sentence = sentences->following(0);
    std::int32_t begin = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next()) {
      const auto first = static_cast<std::uint32_t>(begin);
      const auto last = static_cast<std::uint32_t>(end);
      while (next_sentence != icu::BreakIterator::DONE && begin >= next_sentence) {
        starts_sentence = true;
        next_sentence = sentences->next();
      }
      if (is_white_space(text, first, last)) continue;
      const bool is_word = words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
      segments.push_back({offset + first, offset + last, is_word, starts_sentence});
      starts_sentence = false;
    }
  }

  LatinScratch latin;
  BreakIterator words;
  BreakIterator sentences;
};

Segmenter::Segmenter() : impl_(std::make_unique<Impl>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::segment(std::string_view text, std::vector<Segment>& segments) {
  segments.clear();
  for (std::uint32_t begin = 0; begin < text.size();) {
    const std::uint32_t end = paragraph_end(text, begin);
    const std::string_view paragraph = text.substr(begin, end - begin);
    const std::size_t known = segments.size();
    if (!append_latin_segments(paragraph, begin, impl_->latin, segments)) {
      segments.resize(known);
      impl_->segment_paragraph(paragraph, begin, segments);
    }
    begin = end;
  }
}

void Segmenter::segment_with_icu(std::string_view text, std::vector<Segment>& segments) {
  segments.clear();
  for (std::uint32_t begin = 0; begin < text.size();) {
    const std::uint32_t end = paragraph_end(text, begin);
    impl_->segment_paragraph(text.substr(begin, end - begin), begin, segments);
    begin = end;
  }
}

}  // namespace postlint
