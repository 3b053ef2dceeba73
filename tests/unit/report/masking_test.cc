#include "postlint/report/masking.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

struct Case {
  const char* words;
  const char* masked;
};

TEST(MaskExcerpt, KeepsEndsOfLongWordsAndSeparators) {
  constexpr Case kCases[] = {
      {"", ""},
      {"S", "*"},
      {"Sanne", "*****"},
      {"123456", "******"},    // four between the ends: too few
      {"1234567", "1*****7"},  // five between them
      {"123456782", "1*******2"},
      {"06-12345678", "0*-*******8"},
      {"NL91 ABNA 0417 1643 00", "N*** **** **** **** *0"},
      {"Jelmer Hoekstra", "J***** *******a"},
      {"p@$$!", "*@$$!"},  // separators stay
      {"Büşra", "*****"},
      {"Zoe\u0308", "***"},  // a combining mark belongs to its letter
      {"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", "e\u0301*****e\u0301"},
      {"a👩‍👧b", "*👩‍👧*"},
      {"\u0301", "*"},  // a lone mark
      {"1\n2", "*\n*"},
  };
  for (const Case& c : kCases) EXPECT_EQ(mask_excerpt(c.words), c.masked) << c.words;
}

TEST(MaskExcerpt, InvalidBytesDoNotStopIt) {
  EXPECT_EQ(mask_excerpt("ab\xFF"
                         "cd"),
            "**\xFF**");
}

TEST(MaskDigits, KeepsTheLastTwo) {
  constexpr Case kCases[] = {
      {"", ""},
      {"7", "7"},
      {"123", "*23"},
      {"+31 6 12345678", "+** * ******78"},
      {"Sanne 06-12345678 (werk)", "Sanne **-******78 (werk)"},
      {"Büşra", "Büşra"},
  };
  for (const Case& c : kCases) EXPECT_EQ(mask_digits(c.words), c.masked) << c.words;
}

}  // namespace
}  // namespace postlint
