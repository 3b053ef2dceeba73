#include "postlint/text/unicode_data.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uspoof.h>

namespace postlint {
namespace {

// Each is opened just as the stage opens it that uses it.
void open_words(UErrorCode& status) {
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("nl"), status));
}

void open_sentences(UErrorCode& status) {
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale("nl"), status));
}

void open_characters(UErrorCode& status) {
  const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
}

void open_normalization(UErrorCode& status) {
  icu::Normalizer2::getNFCInstance(status);
  icu::Normalizer2::getNFKCInstance(status);
}

void open_lookalikes(UErrorCode& status) { uspoof_close(uspoof_open(&status)); }

struct Part {
  const char* name;  // as ICU names its items
  void (*open)(UErrorCode& status);
};
constexpr Part kParts[] = {
    {"ICU brkitr/word.brk", open_words},      {"ICU brkitr/sent.brk", open_sentences},
    {"ICU brkitr/char.brk", open_characters}, {"ICU nfkc.nrm", open_normalization},
    {"ICU confusables.cfu", open_lookalikes},
};

}  // namespace

Errors missing_unicode_data() {
  Errors missing;
  for (const Part& part : kParts) {
    UErrorCode status = U_ZERO_ERROR;
    part.open(status);
    if (U_FAILURE(status)) missing.push_back({part.name, 0, 0, {"unicode.missing-data", {}}});
  }
  return missing;
}

}  // namespace postlint
