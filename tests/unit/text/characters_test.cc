#include "postlint/text/characters.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

TEST(SizeOfLast, CountsCodePointsNotBytes) {
  EXPECT_EQ(size_of_last(2, "Emma's"), 2U);
  EXPECT_EQ(size_of_last(2, "Emma\u2019s"), 4U);  // a curly apostrophe
  EXPECT_EQ(size_of_last(0, "Emma"), 0U);
  EXPECT_EQ(size_of_last(9, "\u00e9\u00e9"), 4U);  // there are no more
}

}  // namespace
}  // namespace postlint
