#include "postlint/base/glob.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

TEST(Glob, MatchesFileNames) {
  struct Case {
    const char* pattern;
    const char* path;
    bool matches;
  };
  const Case cases[] = {
      {"brief.txt", "brief.txt", true},
      {"brief.txt", "a/b/brief.txt", true},
      {"brief.txt", "a/mijnbrief.txt", false},
      {"*.md", "a/b/nieuws.md", true},
      {"*.md", "nieuws.md.bak", false},
      {"?.md", "a.md", true},
      {"?.md", "ab.md", false},
      {"archief/*", "archief/a.txt", true},
      {"archief/*", "archief/2019/a.txt", false},
      {"archief/*", "b/archief/a.txt", false},
      {"archief/**", "archief/2019/a.txt", true},
      {"archief/**", "archief2/a.txt", false},
      {"archief/**/*.md", "archief/a.md", true},
      {"archief/**/*.md", "archief/2019/mei/a.md", true},
      {"archief/**/*.md", "archief/a.txt", false},
      {"**/geheim/*", "geheim/a", true},
      {"**/geheim/*", "x/y/geheim/a", true},
      {"**/geheim/*", "x/ongeheim/a", false},
      {"a/?", "a//", false},
      {"*", "", true},
      {"", "", true},
      {"", "a", false},
      {"../b/*", "../b/a.txt", true},
  };
  for (const Case& it : cases)
    EXPECT_EQ(matches_glob(it.pattern, it.path), it.matches) << it.pattern << " " << it.path;
}

TEST(Glob, TakesNoTimeForManyStars) {
  const std::string stars = "a/" + std::string(200, '*') + "b";
  EXPECT_FALSE(matches_glob(stars, "a/" + std::string(2000, 'a')));
}

}  // namespace
}  // namespace postlint
