// What expressions ask of a text before they are run.
#include "postlint/detect/regex/needs.h"

#include <iterator>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "postlint/detect/regex/book.h"

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

// Whatever an expression matches meets its needs: expressions and texts drawn from few atoms, so
// that they often match.
class Draw {
 public:
  explicit Draw(unsigned seed) : random_(seed) {}

  std::string expression(int depth = 3) {
    std::string row;
    for (int i = pick(3) + 1; i > 0; --i) row += repeated(depth > 0 ? group(depth) : atom());
    return row;
  }

  std::string text() {
    static constexpr const char* kSigns[] = {"a", "K", "k", "s",      "S",      "1", "2", "9",
                                             "<", "-", " ", "\u00e9", "\u017f", "A", "!", "\n"};
    std::string text;
    for (int i = pick(12); i > 0; --i) text += kSigns[pick(std::size(kSigns))];
    return text;
  }

 private:
  int pick(std::size_t count) { return static_cast<int>(random_() % count); }

  std::string atom() {
    static constexpr const char* kAtoms[] = {
        "\\d",   "[A-Z]", "a", "k",         "s",      "K",      "<",   "-",   " ",
        "[a-z]", ".",     "9", "\\p{Lu}",   "[^a]",   "\u00e9", "\\b", "\\w", "\\S",
        "1",     "A",     "!", "[\u00e9!]", "(?i:k)", "[0-9<]", "ka",  "1-",  "(?i)s"};
    return kAtoms[pick(std::size(kAtoms))];
  }

  std::string group(int depth) {
    switch (pick(4)) {
      case 0:
        return "(?:" + expression(depth - 1) + "|" + expression(depth - 1) + ")";
      case 1:
        return "(?i:" + expression(depth - 1) + ")";
      default:
        return atom();
    }
  }

  std::string repeated(const std::string& one) {
    static constexpr const char* kCounts[] = {"", "", "", "?", "+", "*", "{2}", "{2,}", "{0,3}"};
    return "(?:" + one + ")" + kCounts[pick(std::size(kCounts))];
  }

  std::mt19937 random_;
};

TEST(Needs, AreMetByWhateverMatches) {
  Draw draw(20261121);
  int matches = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string expression = draw.expression();
    if (RegexBook::check(expression)) continue;  // it matches where nothing stands
    RegexBook book;
    const std::uint32_t number = book.add(expression);
    book.finish();
    const RegexNeeds needs = needs_of(expression);
    for (int j = 0; j < 50; ++j) {
      const std::string text = draw.text();
      std::uint32_t end = 0;
      if (!book.find(number, text, 0, end)) continue;
      ++matches;
      EXPECT_TRUE(needs.are_met_by(TextTraits(text))) << expression << "\n" << text;
    }
  }
  EXPECT_GT(matches, 10'000);
}

}  // namespace
}  // namespace postlint
