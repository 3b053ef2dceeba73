#include "postlint/text/folding.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/unistr.h>

namespace postlint {
namespace {

struct Case {
  const char* text;
  const char* folded;
};

class Folding : public testing::TestWithParam<Case> {};

TEST_P(Folding, IsTheFormInWhichWordsAreCompared) {
  const Case& it = GetParam();
  EXPECT_EQ(fold(it.text), it.folded);
  EXPECT_EQ(fold(fold(it.text)), it.folded) << "idempotent";
  std::string appended = "x";
  append_folded(it.text, appended);
  EXPECT_EQ(appended, std::string("x") + it.folded);
}

INSTANTIATE_TEST_SUITE_P(
    All, Folding,
    testing::Values(Case{"Café", "cafe"}, Case{"BÜŞRA", "busra"}, Case{"İIıi", "iiii"},
                    Case{"Łukasz", "lukasz"}, Case{"Øystein", "oystein"}, Case{"straße", "strasse"},
                    Case{"Ærø", "aero"}, Case{"opa’s", "opa's"}, Case{"foto´s", "foto's"},
                    Case{"e–mail", "e-mail"}, Case{"ĳs", "ijs"}, Case{"кut", "kut"},  // Cyrillic ka
                    Case{"ѕlеt", "slet"},      // Cyrillic dze and ie
                    Case{"Яблоко", "яблоко"},  // not all of it looks Latin: it stays
                    Case{"日本", "日本"}, Case{"", ""}));

TEST(Folding, MapsBackToTheText) {
  FoldedText out;
  const std::string text = "de straße Łódź";
  fold(text, out);
  EXPECT_EQ(out.text, "de strasse lodz");
  EXPECT_EQ(out.to_source.to_source({3, 10}).of(text), "straße");
  EXPECT_EQ(out.to_source.to_source({11, 15}).of(text), "Łódź");
  EXPECT_EQ(out.to_source.to_source({7, 8}).of(text), "ß") << "half of what ß becomes is still ß";
}

TEST(FoldingProperty, IsIdempotentAndMapsWithinTheText) {
  static const std::vector<std::string> kParts = {
      "a", "Ä", "ß", "İ",      "ǅ",  "ﬀ",  "é", "к", "о", "я", "ς",  "Σ", "’",
      "–", " ", "1", "\u0301", "日", "한", "ﾊ", "Ⅷ", "ŉ", "ẞ", "ᏢᏒ", "😀"};
  std::mt19937 random(3);
  FoldedText once;
  for (int i = 0; i < 50'000; ++i) {
    std::string text;
    const std::size_t parts = random() % 8;
    for (std::size_t j = 0; j < parts; ++j) text += kParts[random() % kParts.size()];
    fold(text, once);
    ASSERT_EQ(fold(once.text), once.text) << text;
    const auto size = static_cast<std::uint32_t>(once.text.size());
    ASSERT_LE(once.to_source.to_source({0, size}).end, text.size()) << text;
  }
}

// Any character beside any other, most of them rare.
TEST(FoldingProperty, IsIdempotentForEveryCharacter) {
  std::mt19937 random(4);
  const auto random_character = [&] {
    const char32_t bound = random() % 4 == 0 ? 0x30000 : 0x2000;
    char32_t c = static_cast<char32_t>(random()) % bound;
    if (c >= 0xD800 && c < 0xE000) c = U'x';
    return c;
  };
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (std::size_t left = 1 + random() % 3; left > 0; --left) {
      icu::UnicodeString(static_cast<UChar32>(random_character())).toUTF8String(text);
    }
    const std::string once = fold(text);
    ASSERT_EQ(fold(once), once) << testing::PrintToString(text);
  }
}

struct Disguise {
  const char* word;
  std::vector<std::string> readings;
};

class Disguises : public testing::TestWithParam<Disguise> {};

TEST_P(Disguises, HaveOtherReadings) {
  std::vector<std::string> readings;
  append_disguised_readings(GetParam().word, readings);
  EXPECT_EQ(readings, GetParam().readings);
}

INSTANTIATE_TEST_SUITE_P(All, Disguises,
                         testing::Values(Disguise{"kut", {}}, Disguise{"kuuuut", {"kuut", "kut"}},
                                         Disguise{"h03r", {"hoer"}},
                                         Disguise{"1dioot", {"idioot", "ldioot"}},
                                         Disguise{"$let", {"slet"}}, Disguise{"sh!t", {"shit"}},
                                         Disguise{"3e", {}}, Disguise{"12u", {}},
                                         Disguise{"2024", {}}, Disguise{"zeeen", {"zeen", "zen"}}));

}  // namespace
}  // namespace postlint
