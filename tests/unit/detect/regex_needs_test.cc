// What expressions ask of a text before they are run.
#include "postlint/detect/regex_needs.h"

#include <gtest/gtest.h>

#include "postlint/detect/regex_book.h"

namespace postlint {
namespace {

struct Case {
  const char* expression;
  const char* text;
  bool are_met;
};

class Needs : public testing::TestWithParam<Case> {};

TEST_P(Needs, AreMetOrNot) {
  const Case& it = GetParam();
  ASSERT_FALSE(RegexBook::check(it.expression).has_value());
  EXPECT_EQ(needs_of(it.expression).are_met_by(TextTraits(it.text)), it.are_met)
      << it.expression << "\n"
      << it.text;
}

INSTANTIATE_TEST_SUITE_P(
    Digits, Needs,
    testing::Values(Case{"\\d{9}", "123456789", true},       //
                    Case{"\\d{9}", "1234567 en 89", false},  // too far apart
                    Case{"\\d(?:[ .-]?\\d){8}", "12.34.56.78.9", true},
                    Case{"\\d{4}(?:, \\d{2})?", "om 2000", true},  // what may be left out
                    Case{"\\d{4}, tot \\d{4}", "2000", false},     // the larger of two
                    Case{"(?:\\d{3}|[a-z]+)", "geen", true},       // one of the alternatives
                    Case{"(?:\\d{3}|\\d{5})", "12", false},
                    Case{"[A-Z]{2}\\d{2}", "NL91", true},  //
                    Case{"[A-Z]{2}\\d{2}", "n 91", false}));

INSTANTIATE_TEST_SUITE_P(Bytes, Needs,
                         testing::Values(Case{"[a-z]+@[a-z]+", "jan@school", true},  //
                                         Case{"[a-z]+@[a-z]+", "jan at school", false},
                                         Case{"(?:#|@)[a-z]+", "#trots", true},  //
                                         Case{"(?:#|@)[a-z]+", "trots", false},
                                         Case{"[!‼]{2}", "‼‼", true},  // more bytes than one
                                         Case{"(?s)^.{5}", "vier", false}));

INSTANTIATE_TEST_SUITE_P(
    Literals, Needs,
    testing::Values(Case{"(?i)\\b(?:wachtwoord|pin ?code)\\b", "Mijn WACHTWOORD", true},
                    Case{"(?i)\\b(?:wachtwoord|pin ?code)\\b", "pincode", true},
                    Case{"(?i)\\b(?:wachtwoord|pin ?code)\\b", "wat een weer", false},
                    Case{"school\\.nl", "op school. Nu", false},
                    Case{"(?i)skate", "\u017fkate",
                         true},  // a long s is an s where case is ignored
                    Case{"(?i:caf\u00e9)", "CAF\u00c9", true}));

// What is not known asks for nothing.
INSTANTIATE_TEST_SUITE_P(Unknown, Needs,
                         testing::Values(Case{"[[:digit:]]{5}", "geen", true},
                                         Case{"\\x{31}\\d", "geen", true}));

}  // namespace
}  // namespace postlint
