#include "postlint/text/segmenter.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace postlint {
namespace {

// Segments between bars, with a double bar where a sentence starts.
std::string shown(std::string_view text, const std::vector<Segment>& segments) {
  std::string out;
  for (const Segment& segment : segments) {
    out += segment.starts_sentence ? "‖" : "|";
    out += text.substr(segment.begin, segment.end - segment.begin);
  }
  return out;
}

struct Case {
  const char* text;
  const char* segments;
};

class Segments : public testing::TestWithParam<Case> {};

TEST_P(Segments, AreThoseOfUax29) {
  Segmenter segmenter;
  std::vector<Segment> segments;
  segmenter.segment(GetParam().text, segments);
  EXPECT_EQ(shown(GetParam().text, segments), GetParam().segments);
  segmenter.segment_with_icu(GetParam().text, segments);
  EXPECT_EQ(shown(GetParam().text, segments), GetParam().segments) << "by ICU";
}

INSTANTIATE_TEST_SUITE_P(Words, Segments,
                         testing::Values(Case{"", ""}, Case{" \t\r\n ", ""},
                                         Case{"opa's auto", "‖opa's|auto"},
                                         Case{"3,5 a,b 3.b", "‖3,5|a|,|b|3|.|b"},
                                         Case{"h03r a_b", "‖h03r|a_b"}, Case{"a@b.nl", "‖a|@|b.nl"},
                                         Case{"a.@_@'b", "‖a|.|@|_|@|'|b"},
                                         Case{"ja:nee", "‖ja|:|nee"}, Case{"😀😀", "‖😀|😀"},
                                         Case{"👩🏽‍🏫a", "‖👩🏽‍🏫|a"},
                                         Case{"🇳🇱🇧🇪", "‖🇳🇱|🇧🇪"}, Case{"a \u0301b", "‖a|\u0301|b"}));

INSTANTIATE_TEST_SUITE_P(
    Sentences, Segments,
    testing::Values(Case{"Ja. Nee", "‖Ja|.‖Nee"}, Case{"Ja. nee", "‖Ja|.|nee"},
                    Case{"Ja! nee", "‖Ja|!‖nee"}, Case{"Ja.) “Nee”", "‖Ja|.|)‖“|Nee|”"},
                    Case{"Ja.Nee 3.5", "‖Ja.Nee|3.5"}, Case{"Wat?! Nou", "‖Wat|?|!‖Nou"},
                    Case{"Ja. 12 Nee", "‖Ja|.‖12|Nee"}, Case{"Ja. 12 nee", "‖Ja|.|12|nee"},
                    Case{"ja\nnee\r\nzo", "‖ja‖nee‖zo"}, Case{"Zo 😀. Nou", "‖Zo|😀|.‖Nou"}));

// Escapes all that is not printable ASCII, so that a failure can be read.
std::string escaped(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      out += c;
    } else {
      out += std::string("\\x") + kHex[byte / 16] + kHex[byte % 16];
    }
  }
  return out;
}

// Every kind of character that the rules tell apart, and those that stand in chats most.
const std::vector<std::string>& parts() {
  static const std::vector<std::string> all = {
      "a",      "b",      "Z",      "É",      "ß",      "ª",      "ĳ",  "İ",    "1",      "2",
      "²",      "½",      ".",      ".",      ".",      ",",      ";",  ":",    "'",      "’",
      "‘",      "\"",     "“",      "”",      "„",      "«",      "»",  "(",    ")",      "[",
      "]",      "{",      "!",      "?",      "‼",      "…",      "․",  "·",    "‧",      "-",
      "–",      "—",      "_",      "‿",      "@",      "#",      "*",  "/",    "\\",     "&",
      "%",      "€",      "$",      "+",      "`",      "´",      "~",  "^",    " ",      " ",
      " ",      "\t",     "\n",     "\r",     "\r\n",   "\v",     "\f", "\x01", "\u0085", "\u00A0",
      "\u00AD", "\u2028", "\u200B", "\u200D", "\u2003", "\u202F", "😀",  "❤",    "\uFE0F", "🏽",
      "👩",      "🇳",      "🇱",      "\u20E3", "ℹ",      "Ⓜ",      "™",  "©",    "\uFFFD", "\u0301",
      "я",      "日",     "ア",     "ก",      "א",      "ب",      "한"};
  return all;
}

std::string random_text(std::mt19937& random, std::size_t kinds) {
  std::string text;
  for (std::size_t left = random() % 14; left > 0; --left) text += parts()[random() % kinds];
  return text;
}

// The last few parts send a paragraph to ICU; most texts are made without them.
TEST(SegmenterProperty, TheTablesAgreeWithIcu) {
  constexpr std::size_t kForeign = 7;
  std::mt19937 random(29);
  Segmenter segmenter;
  std::vector<Segment> fast;
  std::vector<Segment> icu;
  for (int i = 0; i < 300'000; ++i) {
    const bool foreign = i % 16 == 0;
    const std::string text = random_text(random, parts().size() - (foreign ? 0 : kForeign));
    segmenter.segment(text, fast);
    segmenter.segment_with_icu(text, icu);
    ASSERT_EQ(fast, icu) << escaped(text) << "\n" << shown(text, fast) << "\n" << shown(text, icu);
  }
}

}  // namespace
}  // namespace postlint
