#include "postlint/rules/masks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace postlint {
namespace {

Masks sample_masks() {
  std::vector<Rule> rules(3);
  rules[0].mask = "[NAAM]";
  rules[1].mask = "[interne link]";
  rules[2].mask = "[NAAM]";
  return Masks(rules);
}

std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> shown;
  const Masks masks = sample_masks();
  for (const MaskPlace& place : masks.in(text)) {
    shown.push_back(std::string(place.span.of(text)) + "=" + std::string(place.mask) + "+" +
                    std::string(place.label));
  }
  return shown;
}

TEST(Masks, AreFoundWithTheirLabels) {
  EXPECT_THAT(
      found("[NAAM], [NAAM-12] en [NAAM-K7Q2XM]: [interne link][NAAM-1]"),
      testing::ElementsAre("[NAAM]=[NAAM]+", "[NAAM-12]=[NAAM]+12", "[NAAM-K7Q2XM]=[NAAM]+K7Q2XM",
                           "[interne link]=[interne link]+", "[NAAM-1]=[NAAM]+1"));
}

// Nothing can be hidden in what only looks like a mask.
TEST(Masks, AreNothingElse) {
  for (const char* text :
       {"[BSN]", "[naam]", "[NAAM", "NAAM]", "[NAAM Sanne]", "[NAAM-]", "[NAAM-Sanne]",
        "[NAAM-SANNE1]", "[NAAM-1234567]", "[NAAM-K7Q2X]", "[NAAM-27Q2XM]", "[NAAM-1] ["}) {
    const bool ends_with_a_mask = std::string_view(text) == "[NAAM-1] [";
    EXPECT_EQ(found(text).size(), ends_with_a_mask ? 1U : 0U) << text;
  }
  EXPECT_THAT(found("[[NAAM]]"), testing::ElementsAre("[NAAM]=[NAAM]+"));
}

TEST(Masks, HideWhatStandsInside) {
  const std::string_view text = "aan [NAAM-3] zelf";
  const Masks masks = sample_masks();
  EXPECT_TRUE(masks.hide(text, {4, 12}));
  EXPECT_TRUE(masks.hide(text, {5, 9}));
  EXPECT_TRUE(masks.hide(text, {10, 11}));
  EXPECT_FALSE(masks.hide(text, {0, 3}));
  EXPECT_FALSE(masks.hide(text, {4, 14}));
  EXPECT_FALSE(masks.hide(text, {13, 17}));
}

TEST(Masks, StandBetweenBrackets) {
  EXPECT_TRUE(is_mask("[x]"));
  for (const char* text : {"", "x", "[]", "[x", "x]", "[x]]", "[a\nb]", "***"})
    EXPECT_FALSE(is_mask(text)) << text;
  EXPECT_FALSE(is_mask("[" + std::string(41, 'x') + "]"));
  EXPECT_EQ(labelled("[NAAM]", "2"), "[NAAM-2]");
}

}  // namespace
}  // namespace postlint
