// Names of people: words, shapes, neighbours and the memory of a draft, weighed with a small
// lexicon.
#include "postlint/detect/names/detector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

using Words = std::vector<std::string>;

constexpr const char* kRule = R"(
kind = "names"
except = ["jan en alleman"]
veto   = { words = ["[firms]"], window = "inside" }
[rule.pattern.lists]
first_names    = ["first"]
surnames       = ["last"]
particles      = ["particles"]
weak_particles = ["weak"]
ordinary       = ["ordinary"]
ambiguous      = ["doubtful"]
rare           = ["hardly"]
places         = ["towns"]
titles         = ["titles"]
honorifics     = ["honorifics"]
joins          = ["joins"]
diminutives    = ["tje", "je"]
[rule.pattern.weights]
base = -1
first_name = 2
surname = -0.5
unknown = -2
surname_behind = 2
unknown_behind = 1
particle = 1
initials = 3
ambiguous = -1.5
rare = -3
place = -3
lower = -2
lower_draft = 1.5
quoted = -5
before_capital = -2
known = 3
joined = 3
signature = -8
[[rule.pattern.cue]]
words  = ["[titles]"]
side   = "before"
weight = 4
[[rule.pattern.cue]]
words  = ["(moeder|vader) van"]
side   = "before"
weight = 4
[[rule.pattern.cue]]
words  = ["zegt"]
side   = "after"
weight = 2
[[rule.pattern.cue]]
words  = ["hond"]
side   = "before"
weight = -6
[[rule.pattern.cue]]
words  = ["groet"]
side   = "before"
window = 5
weight = -8
)";

RuleBook name_rule() {
  RuleBook book;
  for (const WordList& words :
       {test::list("first",
                   {"sanne", "daan", "roos", "mark", "emma", "jan", "sofia", "anouk", "wil"}),
        test::list("last", {"bakker", "vries", "berg", "dongen", "boer"}),
        test::list("particles", {"de", "van", "der", "den", "op", "van der"}),
        test::list("weak", {"op"}),
        test::list("ordinary", {"roos", "mark", "bakker", "boer", "wil", "de", "van", "op", "der",
                                "den", "je"}),
        test::list("doubtful", {"roos", "mark"}), test::list("hardly", {"wil", "boer"}),
        test::list("towns", {"sofia"}), test::list("titles", {"juf", "meneer", "mevrouw", "tante"}),
        test::list("honorifics", {"juf", "meneer", "mevrouw"}), test::list("joins", {"en"}),
        test::list("firms", {"jan bakker"})}) {
    EXPECT_TRUE(book.lexicon.add(words).has_value());
  }
  const auto specs = load_pattern_files({{"names.toml", test::rule_with(kRule)}});
  if (!specs) ADD_FAILURE() << test::joined(specs.error());
  auto compiled = compile_rules(*specs, std::move(book));
  if (!compiled) ADD_FAILURE() << test::joined(compiled.error());
  compiled->finish();
  return std::move(*compiled);
}

struct NameCase {
  const char* text;
  Words found;
};

class Names : public testing::TestWithParam<NameCase> {};

TEST_P(Names, AreWeighed) {
  static const RuleBook book = name_rule();
  EXPECT_EQ(test::reported(book, GetParam().text), GetParam().found) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, Names,
    testing::Values(NameCase{"Gisteren was Sanne er.", {"Sanne"}},
                    NameCase{"Gisteren was Sanne de Vries er.", {"Sanne de Vries"}},
                    NameCase{"Dat is Daan van der Berg dus.", {"Daan van der Berg"}},
                    NameCase{"Dat is Sanne Xaveria dus.", {"Sanne Xaveria"}},
                    NameCase{"Je kent J. Bakker wel.", {"J. Bakker"}},
                    NameCase{"Het is VK-904-J. Bakker en slager zijn open.", {}},
                    NameCase{"Dat is Emma-Sanne dus.", {"Emma-Sanne"}},
                    NameCase{"Sanne op de foto.", {"Sanne"}}));

INSTANTIATE_TEST_SUITE_P(Endings, Names,
                         testing::Values(NameCase{"Het is Emma's jas.", {"Emma"}},
                                         NameCase{"Het is Emma\u2019s jas.", {"Emma"}},
                                         NameCase{"Het is Emma's Hoeve dus.", {}},
                                         NameCase{"Het niveau is Daan-M5 nu.", {}},
                                         NameCase{"Het is Daans jas.", {"Daan"}},
                                         NameCase{"Dat was Daantje weer.", {"Daan"}},
                                         NameCase{"Dat was Xaveriatje weer.", {}}));

INSTANTIATE_TEST_SUITE_P(
    Neighbours, Names,
    testing::Values(NameCase{"Een Roos bloeit.", {}},
                    NameCase{"Toen kwam juf Roos binnen.", {"Roos"}},
                    NameCase{"Toen kwam meneer Van Dongen.", {"Van Dongen"}},
                    NameCase{"Toen kwam juf van De Berg.", {}}, NameCase{"NEE JUF JE MAG NIET", {}},
                    NameCase{"Dank @Sanne Bakker, tot dan.", {"Sanne Bakker"}},
                    NameCase{"Toen kwam meneer den berg.", {"den berg"}},
                    NameCase{"Toen kwam meneer Je.", {"Je"}},
                    NameCase{"Toen kwam tante van Dongen.", {"van Dongen"}},
                    NameCase{"Toen kwam tante van Sofia.", {}}, NameCase{"Daar stond Xaveria.", {}},
                    NameCase{"De moeder van Xaveria belde.", {"Xaveria"}},
                    NameCase{"en Roos zegt dat", {"Roos"}}, NameCase{"Onze hond Sanne blaft.", {}},
                    NameCase{"Ze wil naar Sofia.", {}}));

INSTANTIATE_TEST_SUITE_P(
    SmallLetters, Names,
    testing::Values(NameCase{"hee sanne kom je", {"sanne"}}, NameCase{"Zij zag sanne niet.", {}},
                    NameCase{"een roos en een mark", {}}, NameCase{"dongen loopt daar", {}},
                    NameCase{"de moeder van dongen", {"dongen"}}, NameCase{"ik wil dat niet", {}}));

INSTANTIATE_TEST_SUITE_P(Vetoes, Names,
                         testing::Values(NameCase{"Brood van Jan Bakker is lekker.", {}},
                                         NameCase{"Heel Jan en alleman was er.", {}},
                                         NameCase{"Wij planten 'Sanne' in de tuin.", {}},
                                         NameCase{"Met groet, Sanne", {}},
                                         NameCase{"Tot morgen allemaal,\nSanne Bakker", {}},
                                         NameCase{"Het ligt hier in het hok.\n\nSanne", {}},
                                         NameCase{"Het ligt hier in het hok. Sanne (ICT)", {}},
                                         NameCase{"Het ligt hier in het hok. Sanne, tante", {}},
                                         NameCase{"Het ligt in het hok. Sanne, kom!", {"Sanne"}},
                                         NameCase{"Het ligt hier in het hok. Succes! Juf Sanne",
                                                  {}},
                                         NameCase{"Het ligt hier in het hok.\nSanne, toa", {}},
                                         NameCase{"Wie gaat?\nSanne", {"Sanne"}}));

INSTANTIATE_TEST_SUITE_P(Memory, Names,
                         testing::Values(NameCase{"Juf Roos is er. Daarna ging Roos weg.",
                                                  {"Roos", "Roos"}},
                                         NameCase{"Toen kwamen Sanne en Roos.", {"Sanne", "Roos"}},
                                         NameCase{"Toen kwamen Roos en Sanne.", {"Roos", "Sanne"}},
                                         NameCase{"Toen kwam Roos. En een Mark.", {}}));

TEST(Names, HoldNothingOfTheDraftBefore) {
  const RuleBook book = name_rule();
  EXPECT_THAT(test::reported(book, "Toen kwam juf Roos."), testing::ElementsAre("Roos"));
  EXPECT_THAT(test::reported(book, "Een Roos bloeit."), testing::IsEmpty());
}

TEST(Names, ManyInARowTakeLinearTime) {
  const RuleBook book = name_rule();
  std::string text = "Hier zijn ";
  for (int i = 0; i < 20000; ++i) text += "Sanne, ";
  EXPECT_EQ(test::reported(book, text).size(), 20000u);
}

}  // namespace
}  // namespace postlint
