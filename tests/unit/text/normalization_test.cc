#include "postlint/text/normalization.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

struct Case {
  const char* name;
  std::string source;
  std::string text;
  std::size_t repaired = 0;
};

class Normalization : public testing::TestWithParam<Case> {};

TEST_P(Normalization, MakesTheWorkingText) {
  NormalizedText out;
  normalize(GetParam().source, out);
  EXPECT_EQ(out.text, GetParam().text);
  EXPECT_EQ(out.repaired, GetParam().repaired);
  const auto size = static_cast<std::uint32_t>(out.text.size());
  EXPECT_LE(out.to_source.to_source({0, size}).end, GetParam().source.size());
}

INSTANTIATE_TEST_SUITE_P(
    All, Normalization,
    testing::Values(Case{"plain", "Dag café – “ja” … 😀 ´t", "Dag café – “ja” … 😀 ´t"},
                    Case{"composes", "cafe\u0301", "café"}, Case{"full_width", "０６-１２", "06-12"},
                    Case{"mathematical", "𝗸𝘂𝘁", "kut"}, Case{"ligatures", "ﬁets ĳs", "fiets ijs"},
                    Case{"no_break_space", "a\u00A0b", "a b"},
                    Case{"zero_width", "bi\u200Btch so\u00ADft \uFEFFx", "bitch soft x"},
                    Case{"bidi_marks", "\u202A+31\u202C", "+31"},
                    Case{"emoji_keep_their_joiners", "👩\u200D🏫 ❤\uFE0F", "👩\u200D🏫 ❤\uFE0F"},
                    Case{"joiner_between_letters_goes", "k\u200Dut", "kut"},
                    Case{"line_ends_stay", "a\r\nb\u2028c", "a\r\nb\u2028c"},
                    Case{"nul_stays", std::string("a\0b", 3), std::string("a\0b", 3)},
                    Case{"lone_mark", "\u0301 a", "\u0301 a"}, Case{"stray_byte", "a\xFF" "b", "a\uFFFDb", 1},
                    Case{"cut_off", "a\xE2\x82", "a\uFFFD", 1},
                    Case{"surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
                    Case{"overlong", "\xC0\xAF", "\uFFFD\uFFFD", 2}, Case{"empty", "", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Normalization, MapsSpansBack) {
  const std::string source = "x\xFF" "cafe\u0301 \u200Bkut";
  NormalizedText out;
  normalize(source, out);
  const auto words = [&](std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(out.text.find(word));
    const Span span = out.to_source.to_source({begin, begin + static_cast<std::uint32_t>(word.size())});
    return std::string(span.of(source));
  };
  EXPECT_EQ(words("café"), "cafe\u0301");
  EXPECT_EQ(words("kut"), "kut");
  EXPECT_EQ(words("\uFFFD"), "\xFF");
  EXPECT_EQ(words("é"), "e\u0301");
}

TEST(Normalization, ManyMarksOnOneLetterTakeLinearTime) {
  std::string zalgo = "a";
  for (int i = 0; i < 300'000; ++i) zalgo += i % 2 == 0 ? "\u0301" : "\u0323";
  NormalizedText out;
  normalize(zalgo, out);
  EXPECT_FALSE(out.text.empty());
}

}  // namespace
}  // namespace postlint
