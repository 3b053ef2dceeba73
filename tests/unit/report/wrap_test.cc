#include "postlint/report/wrap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace postlint {
namespace {

using ::testing::ElementsAre;

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_THAT(wrap("", 10, 10), ElementsAre(""));
  EXPECT_THAT(wrap("een", 10, 10), ElementsAre("een"));
  EXPECT_THAT(wrap("een twee", 8, 8), ElementsAre("een twee"));
  EXPECT_THAT(wrap("een twee", 7, 7), ElementsAre("een", "twee"));
  EXPECT_THAT(wrap("  een \n twee\tdrie ", 9, 4), ElementsAre("een twee", "drie"));
}

TEST(Wrap, NeverCutsAWord) {
  EXPECT_THAT(wrap("aan aansprakelijkheid op", 5, 5),
              ElementsAre("aan", "aansprakelijkheid", "op"));
}

TEST(Wrap, FirstLineMayHaveNoRoom) {
  EXPECT_THAT(wrap("woorden hier", 3, 20), ElementsAre("", "woorden hier"));
}

TEST(Wrap, CountsColumnsNotBytes) {
  EXPECT_THAT(wrap("één één", 7, 7), ElementsAre("één één"));
  EXPECT_THAT(wrap("😀😀 😀", 6, 6), ElementsAre("😀😀", "😀"));
}

}  // namespace
}  // namespace postlint
