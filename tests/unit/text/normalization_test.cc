#include "postlint/text/normalization.h"

#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

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
    testing::Values(
        Case{"plain", "Dag café – “ja” … 😀 ´t", "Dag café – “ja” … 😀 ´t"},
        Case{"composes", "cafe\u0301", "café"}, Case{"full_width", "０６-１２", "06-12"},
        Case{"mathematical", "𝗸𝘂𝘁", "kut"}, Case{"ligatures", "ﬁets ĳs", "fiets ijs"},
        Case{"no_break_space", "a\u00A0b", "a b"},
        Case{"zero_width", "bi\u200Btch so\u00ADft \uFEFFx", "bitch soft x"},
        Case{"bidi_marks", "\u202A+31\u202C", "+31"},
        Case{"emoji_keep_their_joiners", "👩\u200D🏫 ❤\uFE0F", "👩\u200D🏫 ❤\uFE0F"},
        Case{"joiner_between_letters_goes", "k\u200Dut", "kut"},
        Case{"line_ends_stay", "a\r\nb\u2028c", "a\r\nb\u2028c"},
        Case{"nul_stays", std::string("a\0b", 3), std::string("a\0b", 3)},
        Case{"lone_mark", "\u0301 a", "\u0301 a"},
        Case{"stray_byte",
             "a\xFF"
             "b",
             "a\uFFFDb", 1},
        Case{"cut_off", "a\xE2\x82", "a\uFFFD", 1},
        Case{"surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
        Case{"overlong", "\xC0\xAF", "\uFFFD\uFFFD", 2}, Case{"empty", "", ""},
        Case{"selector_between_letters_goes", "k\uFE0Fu\uFE0Et", "kut"},
        Case{"grapheme_joiner_goes", "k\u034Fut \u3164", "kut "},
        Case{"keycaps_keep_their_selector", "1\uFE0F\u20E3 2\uFE0F", "1\uFE0F\u20E3 2"},
        Case{"flag_tags", "🏴\U000E0067\U000E007F a\U000E0067", "🏴\U000E0067\U000E007F a"},
        Case{"mark_behind_what_is_dropped", "cafe\u00AD\u0301", "café"},
        Case{"signs_and_fractions", "Lego™ 2½ m² ℹ\uFE0F", "Lego™ 2½ m2 ℹ\uFE0F"},
        Case{"circled_letters", "ⓚⓤⓣ Ⓜ", "kut M"}, Case{"hangul", "\u1112\u1161\u11AB", "한"}),
    [](const auto& test) { return test.param.name; });

TEST(Normalization, MapsSpansBack) {
  const std::string source =
      "x\xFF"
      "cafe\u0301 \u200Bkut";
  NormalizedText out;
  normalize(source, out);
  const auto words = [&](std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(out.text.find(word));
    const Span span =
        out.to_source.to_source({begin, begin + static_cast<std::uint32_t>(word.size())});
    return std::string(span.of(source));
  };
  EXPECT_EQ(words("café"), "cafe\u0301");
  EXPECT_EQ(words("kut"), "kut");
  EXPECT_EQ(words("\uFFFD"), "\xFF");
  EXPECT_EQ(words("é"), "e\u0301");
}

TEST(Normalization, WhatWasDroppedBelongsToNoNeighbour) {
  const std::string source = "a\u00AD\u00ADb";
  NormalizedText out;
  normalize(source, out);
  EXPECT_EQ(out.to_source.to_source({0, 1}), (Span{0, 1}));
  EXPECT_EQ(out.to_source.to_source({1, 2}), (Span{5, 6}));
  EXPECT_EQ(out.to_source.to_source({0, 2}), (Span{0, 6}));
}

// ---- properties, on texts made by chance ----

// Characters that change, combine, vanish or matter to those beside them, and broken bytes.
std::string random_source(std::mt19937& random) {
  static const std::vector<std::string> kParts = {
      "a",        "e",      "E",      " ",      "1",      "é",          "ß",
      "ĳ",        "ﬁ",      "ｋ",     "Ⅷ",      "½",      "™",          "´",
      "¨",        "…",      "²",      "\u0301", "\u0308", "\u0323",     "\u0345",
      "\u00AD",   "\u200B", "\u200D", "\uFEFF", "\uFE0F", "\uFE0E",     "\u034F",
      "\u20E3",   "😀",      "❤",      "🏽",   "🏴",   "\U000E0067", "🇳",
      "\u1112",   "\u1161", "\u11AB", "한",     "ﾊ",      "ﾞ",          "日",
      "я",        "\u0344", "\u1FC1", "\u2126", "\xFF",   "\xE2\x82",   "\xED\xA0\x80",
      "\xF0\x9F", "\x80"};
  std::string source;
  for (std::size_t left = random() % 10; left > 0; --left)
    source += kParts[random() % kParts.size()];
  return source;
}

bool is_nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status)->isNormalizedUTF8(text, status) != 0;
}

// Offsets where ICU sees a character of `bytes` begin, an invalid sequence being one.
std::set<std::uint32_t> edges(const std::string& bytes) {
  std::set<std::uint32_t> result = {static_cast<std::uint32_t>(bytes.size())};
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(bytes.size());) {
    result.insert(static_cast<std::uint32_t>(at));
    U8_FWD_1(data, at, static_cast<std::int32_t>(bytes.size()));
  }
  return result;
}

TEST(NormalizationProperty, IsNfcAndDoneAtOnce) {
  std::mt19937 random(5);
  NormalizedText once;
  NormalizedText twice;
  for (int i = 0; i < 100'000; ++i) {
    const std::string source = random_source(random);
    normalize(source, once);
    ASSERT_TRUE(is_nfc(once.text)) << testing::PrintToString(source);
    normalize(once.text, twice);
    ASSERT_EQ(twice.text, once.text) << testing::PrintToString(source);
    ASSERT_TRUE(twice.to_source.is_identity()) << testing::PrintToString(source);
    ASSERT_EQ(twice.repaired, 0U);
  }
}

TEST(NormalizationProperty, EverySpanComesFromWholeCharacters) {
  std::mt19937 random(6);
  NormalizedText out;
  for (int i = 0; i < 20'000; ++i) {
    const std::string source = random_source(random);
    normalize(source, out);
    const auto source_edges = edges(source);
    const auto text_edges = edges(out.text);
    for (auto begin = text_edges.begin(); begin != text_edges.end(); ++begin) {
      for (auto end = std::next(begin); end != text_edges.end(); ++end) {
        const Span from = out.to_source.to_source({*begin, *end});
        ASSERT_LT(from.begin, from.end) << testing::PrintToString(source);
        ASSERT_TRUE(source_edges.contains(from.begin) && source_edges.contains(from.end))
            << testing::PrintToString(source);
      }
    }
  }
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
