#include "postlint/text/line_index.h"

#include <gtest/gtest.h>

#include "postlint/text/display_width.h"

namespace postlint {
namespace {

struct Case {
  std::string text;
  std::uint32_t offset;
  Position position;
};

class LineIndexTest : public testing::TestWithParam<Case> {};

TEST_P(LineIndexTest, TellsLineColumnAndUtf16) {
  EXPECT_EQ(LineIndex(GetParam().text).position(GetParam().offset), GetParam().position);
}

INSTANTIATE_TEST_SUITE_P(
    All, LineIndexTest,
    testing::Values(Case{"", 0, {1, 1, 0}}, Case{"abc", 3, {1, 4, 3}}, Case{"a\nb", 2, {2, 1, 2}},
                    Case{"a\r\nb", 3, {2, 1, 3}}, Case{"a\rb", 2, {2, 1, 2}},
                    Case{"a\n\nb", 3, {3, 1, 3}},
                    Case{"é😀b", 6, {1, 3, 3}},  // two and four bytes, one and two units
                    Case{"é😀b", 4, {1, 2, 1}},  // inside the emoji: its start
                    Case{"\xFF\xFE"
                         "b",
                         2,
                         {1, 3, 2}},  // invalid bytes count one each
                    Case{std::string(10'000, 'x') + "é!", 10'002, {1, 10'002, 10'001}}));

TEST(LineIndexTest, GivesLinesWithoutTheirEnds) {
  const LineIndex index("een\r\ntwee\n\nvier");
  EXPECT_EQ(index.line_count(), 4U);
  EXPECT_EQ(index.line(1), "een");
  EXPECT_EQ(index.line(2), "twee");
  EXPECT_EQ(index.line(3), "");
  EXPECT_EQ(index.line(4), "vier");
  EXPECT_EQ(index.line_start(4), 11U);
}

struct Width {
  const char* text;
  std::size_t columns;
};

class DisplayWidth : public testing::TestWithParam<Width> {};

TEST_P(DisplayWidth, IsInColumns) { EXPECT_EQ(display_width(GetParam().text), GetParam().columns); }

INSTANTIATE_TEST_SUITE_P(All, DisplayWidth,
                         testing::Values(Width{"", 0}, Width{"abc", 3}, Width{"é", 1},
                                         Width{"e\u0301", 1}, Width{"日本", 4}, Width{"😀", 2},
                                         Width{"👩\u200D🏫", 2}, Width{"🇳🇱", 2}, Width{"❤\uFE0F", 2},
                                         Width{"a\u200Bb", 2}, Width{"\xFF", 1}));

}  // namespace
}  // namespace postlint
