#include "postlint/text/graphemes.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

namespace postlint {
namespace {

std::unique_ptr<icu::BreakIterator> make_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  assert(U_SUCCESS(status));
  return iterator;
}

bool is_letter_digit_or_mark(UChar32 c) {
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool holds_letter_or_digit(UText& text, std::int64_t begin, std::int64_t end) {
  utext_setNativeIndex(&text, begin);
  while (utext_getNativeIndex(&text) < end) {
    if (is_letter_digit_or_mark(utext_next32(&text))) return true;
  }
  return false;
}

// Of ASCII, CR LF alone is one cluster of two characters.
bool is_one_byte_each(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; });
}

std::vector<Grapheme> bytes_of(std::string_view text) {
  std::vector<Grapheme> result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    result.push_back({text.substr(i, 1), is_letter_digit_or_mark(text[i])});
  }
  return result;
}

}  // namespace

std::vector<Grapheme> graphemes(std::string_view text) {
  if (is_one_byte_each(text)) return bytes_of(text);
  // Making an iterator costs far more than using one.
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = make_iterator();
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &status);
  iterator->setText(&utext, status);
  assert(U_SUCCESS(status));

  std::vector<Grapheme> result;
  int32_t begin = 0;
  for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
    const auto bytes =
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    result.push_back({bytes, holds_letter_or_digit(utext, begin, end)});
    begin = end;
  }
  utext_close(&utext);
  return result;
}

}  // namespace postlint
