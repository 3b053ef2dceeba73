#include "postlint/lexicon/inflection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace postlint {
namespace {

struct Case {
  const char* term;
  WordClass word_class;
  std::vector<std::string> forms;  // that must be among those made
};

class Inflection : public testing::TestWithParam<Case> {};

TEST_P(Inflection, MakesTheFormsOfDutch) {
  const Case& it = GetParam();
  const auto forms = inflected_forms(it.term, it.word_class);
  EXPECT_EQ(forms.front(), it.term);
  for (const std::string& form : it.forms) EXPECT_THAT(forms, testing::Contains(form)) << it.term;
}

INSTANTIATE_TEST_SUITE_P(
    Nouns, Inflection,
    testing::Values(Case{"sukkel", WordClass::noun, {"sukkels", "sukkeltje", "sukkeltjes"}},
                    Case{"lul", WordClass::noun, {"lullen", "lulletje"}},
                    Case{"aap", WordClass::noun, {"apen", "aapje", "aapjes"}},
                    Case{"dief", WordClass::noun, {"dieven", "diefje"}},
                    Case{"muis", WordClass::noun, {"muizen", "muisje"}},
                    Case{"baby", WordClass::noun, {"baby's", "baby'tje"}},
                    Case{"koe", WordClass::noun, {"koetje"}},
                    Case{"oma", WordClass::noun, {"oma's", "omaatje"}},
                    Case{"idioot", WordClass::noun, {"idioten", "idiootje"}},
                    Case{"bril", WordClass::noun, {"brillen", "brilletje"}},
                    Case{"boom", WordClass::noun, {"bomen", "boompje"}},
                    Case{"eenheid", WordClass::noun, {"eenheden"}},
                    Case{"vette pad", WordClass::noun, {"vette padden", "vette paden"}}));

INSTANTIATE_TEST_SUITE_P(
    Adjectives, Inflection,
    testing::Values(Case{"dom", WordClass::adjective, {"domme", "dommer", "domst", "domste"}},
                    Case{"laf", WordClass::adjective, {"laffe", "laffer"}},
                    Case{"vies", WordClass::adjective, {"vieze", "viezer", "viest", "vieste"}},
                    Case{"lui", WordClass::adjective, {"luist"}},
                    Case{"raar", WordClass::adjective, {"rare", "raarder", "raarst"}},
                    Case{"groot", WordClass::adjective, {"grote", "groter", "grootste"}},
                    Case{"oranje", WordClass::adjective, {"oranjer"}}));

INSTANTIATE_TEST_SUITE_P(
    Verbs, Inflection,
    testing::Values(
        Case{"pesten", WordClass::verb, {"pest", "pestte", "pestten", "gepest"}},
        Case{"maken", WordClass::verb, {"maak", "maakt", "maakte", "gemaakt", "makend"}},
        Case{"rotten", WordClass::verb, {"rot", "rotte", "gerot"}},
        Case{"verhuizen", WordClass::verb, {"verhuis", "verhuist", "verhuisde", "verhuisd"}},
        Case{"leven", WordClass::verb, {"leef", "leeft", "leefde", "geleefd"}},
        Case{"hakken", WordClass::verb, {"hak", "hakt", "hakte", "gehakt"}}));

TEST(Inflection, GivesEachFormOnce) {
  auto forms = inflected_forms("kus", WordClass::noun);
  const std::size_t count = forms.size();
  std::sort(forms.begin(), forms.end());
  EXPECT_EQ(static_cast<std::size_t>(std::unique(forms.begin(), forms.end()) - forms.begin()),
            count);
}

TEST(Inflection, LeavesVeryShortWordsAlone) {
  EXPECT_EQ(inflected_forms("u", WordClass::noun), std::vector<std::string>{"u"});
}

}  // namespace
}  // namespace postlint
