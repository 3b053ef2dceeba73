#include "postlint/fix/unified_diff.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

struct DiffCase {
  const char* about;
  std::string text;
  std::vector<Edit> edits;
  const char* hunks;  // behind the two heading lines
};

TEST(UnifiedDiff, IsAsPatchReadsIt) {
  const std::string ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
  const DiffCase cases[] = {
      {"one line", "a\nb\nc\n", {{{2, 3}, "X"}}, "@@ -1,3 +1,3 @@\n a\n-b\n+X\n c\n"},
      {"two edits in a line", "aba\n", {{{0, 1}, "X"}, {{2, 3}, "Y"}}, "@@ -1 +1 @@\n-aba\n+XbY\n"},
      {"no line end",
       "a\nb",
       {{{2, 3}, "X"}},
       "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+X\n\\ No newline at end of file\n"},
      {"context without a line end",
       "a\nb",
       {{{0, 1}, "X"}},
       "@@ -1,2 +1,2 @@\n-a\n+X\n b\n\\ No newline at end of file\n"},
      {"CR belongs to the line", "a\r\n", {{{0, 1}, "X"}}, "@@ -1 +1 @@\n-a\r\n+X\r\n"},
      {"three lines of context",
       ten,
       {{{8, 9}, "X"}},
       "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n"},
      {"far apart: two hunks",
       ten,
       {{{0, 1}, "X"}, {{18, 20}, "Y"}},
       "@@ -1,4 +1,4 @@\n-1\n+X\n 2\n 3\n 4\n@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-10\n+Y\n"},
      {"lines that join",
       ten,
       {{{0, 3}, "X"}, {{18, 20}, "Y"}},
       "@@ -1,5 +1,4 @@\n-1\n-2\n+X\n 3\n 4\n 5\n@@ -7,4 +6,4 @@\n 7\n 8\n 9\n-10\n+Y\n"},
      {"a line end that goes", "a\nb\nc\n", {{{0, 2}, "X"}}, "@@ -1,3 +1,2 @@\n-a\n-b\n+Xb\n c\n"},
      {"lines behind the last", "a\n", {{{2, 2}, "\nb\n"}}, "@@ -1 +1,3 @@\n a\n+\n+b\n"},
      {"behind an unfinished line",
       "a",
       {{{1, 1}, "\n\nb\n"}},
       "@@ -1 +1,3 @@\n-a\n\\ No newline at end of file\n+a\n+\n+b\n"},
      {"into nothing", "", {{{0, 0}, "b\n"}}, "@@ -0,0 +1 @@\n+b\n"},
  };
  for (const DiffCase& it : cases) {
    EXPECT_EQ(unified_diff("x", it.text, it.edits), std::string("--- x\n+++ x\n") + it.hunks)
        << it.about;
  }
  EXPECT_EQ(unified_diff("x", ten, {}), "");
}

}  // namespace
}  // namespace postlint
