#include "postlint/lexicon/word_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

constexpr const char* kHeader = "# title: T\n# source: S\n# licence: L\n";

TEST(WordList, HoldsWhatItsFileStates) {
  const auto list = parse_word_list(
      std::string(kHeader) + "# inflect: noun, verb\n\nsukkel\n# remark\nvette pad\n",
      "lists/school.txt");
  ASSERT_TRUE(list.has_value()) << test::joined(list.error());
  EXPECT_EQ(list->name, "school");
  EXPECT_EQ(list->title, "T");
  EXPECT_THAT(list->inflect, testing::ElementsAre(WordClass::noun, WordClass::verb));
  EXPECT_THAT(list->terms, testing::ElementsAre("sukkel", "vette pad"));
}

TEST(WordList, FoldsTermsThatAreNot) {
  const auto list = parse_word_list(std::string(kHeader) + "Café\r\nDE ZOÖ\n", "x.txt");
  ASSERT_TRUE(list.has_value());
  EXPECT_THAT(list->terms, testing::ElementsAre("cafe", "de zoo"));
}

TEST(WordList, ReadsInitialsAsTheyStandInTexts) {
  const auto list =
      parse_word_list(std::string(kHeader) +
                          "annie m.g. schmidt\nj.r.r. tolkien\nk.o.\nsamuel l. jackson\n"
                          "st. jan\n",
                      "x.txt");
  ASSERT_TRUE(list.has_value());
  EXPECT_THAT(list->terms, testing::ElementsAre("annie mg . schmidt", "jrr . tolkien", "k.o.",
                                                "samuel l . jackson", "st. jan"));
}

TEST(WordList, SaysWhatItIsUsedForAndWhatItHolds) {
  const auto list = parse_word_list(
      std::string(kHeader) + "# role: staff-title, joint\n# includes: other, more\njuf\n", "x.txt");
  ASSERT_TRUE(list.has_value()) << test::joined(list.error());
  EXPECT_THAT(list->roles, testing::ElementsAre(WordRole::staff_title, WordRole::joint));
  ASSERT_EQ(list->includes.size(), 2U);
  EXPECT_EQ(list->includes[1].text, "more");
  EXPECT_EQ(to_string(list->includes[1].place), "x.txt:5");
}

TEST(WordList, NamesEachRoleOnce) {
  for (std::size_t i = 0; i < kWordRoles; ++i)
    EXPECT_EQ(word_role_from(word_role_names()[i]), static_cast<WordRole>(i));
}

TEST(WordList, ReportsAllErrorsAtOnce) {
  const auto list = parse_word_list(
      "# title: T\n# licence: L\n# inflect: nuon\n# role: staff-titel\n---\n", "x.txt");
  ASSERT_FALSE(list.has_value());
  EXPECT_EQ(test::joined(list.error()),
            "x.txt:3: 'nuon' is no word class. Choose from: noun, adjective, verb.\n"
            "x.txt:4: 'staff-titel' is no role that a word list can fill. Did you mean "
            "'staff-title'?\n"
            "x.txt:5: There is no letter or digit in '---'. Remove the line or put # before it.\n"
            "x.txt: '# source: …' is missing at the top of this word list.\n");
}

}  // namespace
}  // namespace postlint
