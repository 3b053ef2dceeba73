#include "postlint/detect/words/slips.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

struct Case {
  const char* word;
  const char* target;
  bool expected;
};

class Slips : public testing::TestWithParam<Case> {};

TEST_P(Slips, AreToldFromOtherWords) {
  const Case& it = GetParam();
  EXPECT_EQ(is_a_letter_off(it.word, it.target), it.expected) << it.word << " for " << it.target;
}

INSTANTIATE_TEST_SUITE_P(Letters, Slips,
                         testing::Values(Case{"sukkle", "sukkel", true},     // changed places
                                         Case{"hata", "haat", true},         //
                                         Case{"odod", "dood", true},         // also the first two
                                         Case{"klotzak", "klootzak", true},  // dropped
                                         Case{"kankelijer", "kankerlijer", true},
                                         Case{"teringleijer", "teringlijer", true},  // added
                                         Case{"kvt", "kut", true},                   // looks alike
                                         Case{"zukkel", "sukkel", true},             // sounds alike
                                         Case{"dod", "dood", true},    // of a doubled letter, one
                                         Case{"hoerr", "hoer", true},  // and the other way round
                                         Case{"sukkel", "sukkel", false},
                                         Case{"tukkel", "sukkel", false},  // another letter
                                         Case{"hoed", "hoer", false},
                                         Case{"hor", "hoer",
                                              false},  // short: too many words are near
                                         Case{"shoer", "hoer", false}, Case{"", "hoer", false}));

struct SignsCase {
  const char* word;
  const char* target;
  bool hides;
  bool fits;
};

class Signs : public testing::TestWithParam<SignsCase> {};

TEST_P(Signs, StandForLetters) {
  const SignsCase& it = GetParam();
  EXPECT_EQ(has_hiding_signs(it.word), it.hides) << it.word;
  EXPECT_EQ(fits_signs(it.word, it.target), it.fits) << it.word << " for " << it.target;
}

INSTANTIATE_TEST_SUITE_P(
    Words, Signs,
    testing::Values(SignsCase{"k*t", "kut", true, true},
                    SignsCase{"kl**tzak", "klootzak", true, true},
                    SignsCase{"h@er", "hoer", true, true},
                    SignsCase{"tr*t", "tret*", true, false},  // one sign, one letter
                    SignsCase{"k***", "klop", false, true},   // mostly signs
                    SignsCase{"kut", "kut", false, true},
                    SignsCase{"k-t", "kut", false, false},     // a hyphen hides nothing
                    SignsCase{"k*t2", "kut2", false, true}));  // digits are read elsewhere

}  // namespace
}  // namespace postlint
