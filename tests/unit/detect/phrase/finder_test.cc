// The phrase language at work: what a phrase finds in a text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

using test::reported;
using test::rule_with;
using test::rules_from;

struct Case {
  const char* phrase;
  const char* text;
  std::vector<std::string> found;
};

class PhraseMatching : public testing::TestWithParam<Case> {};

TEST_P(PhraseMatching, FindsExactlyThis) {
  const Case& it = GetParam();
  const RuleBook book =
      rules_from(rule_with("kind = \"phrase\"\nmatch = '''" + std::string(it.phrase) + "'''"));
  EXPECT_EQ(reported(book, it.text), it.found) << it.phrase << "\n" << it.text;
}

using Words = std::vector<std::string>;

INSTANTIATE_TEST_SUITE_P(
    Words, PhraseMatching,
    testing::Values(Case{"hou je bek", "Nou, HOU je Bek eens", Words{"HOU je Bek"}},
                    Case{"hou je bek", "hou nu je bek", {}},  // words in a row
                    Case{"hou je bek", "hou. je bek", {}},    // marks count
                    Case{"bek", "bekend snavelbek", {}},      // whole words
                    Case{"e-mail", "per e-mail of e mail",
                         Words{"e-mail", "e mail"}},               // hyphens do not
                    Case{"cafe", "in café Noord", Words{"café"}},  // accents do not
                    Case{"bek", "de «bek» en *bek* en \"bek\"", Words{"bek", "bek", "bek"}},
                    Case{"hou je bek", "hou 😡 je \"bek\"", Words{"hou 😡 je \"bek"}}));

INSTANTIATE_TEST_SUITE_P(
    Structure, PhraseMatching,
    testing::Values(
        Case{"(hou|houd) je (bek|grote mond)", "houd je grote mond, hou je bek",
             Words{"houd je grote mond", "hou je bek"}},
        Case{"hou toch? je bek", "hou toch je bek, hou je bek",
             Words{"hou toch je bek", "hou je bek"}},
        Case{"een _{0,2} sukkel", "een sukkel, een hele grote sukkel, een hele erg grote sukkel",
             Words{"een sukkel", "een hele grote sukkel"}},
        Case{"(dit|dat)? is echt? geheim", "Dit is geheim, dat is echt geheim",
             Words{"Dit is geheim", "dat is echt geheim"}},
        Case{"nog? (niet|nog niet) open", "nog niet open", Words{"nog niet open"}},
        Case{"ja{2,3}", "ja ja ja nee ja", Words{"ja ja ja"}},
        Case{"een !goede dag", "een goede dag, een slechte dag", Words{"een slechte dag"}},
        Case{"een _ dag", "een , dag", {}},  // _ is a word
        Case{"ja ,? hoor", "ja, hoor! ja hoor", Words{"ja, hoor", "ja hoor"}},
        Case{"mijn (oude|dikke)? koe", "mijn koe mijn dikke koe",
             Words{"mijn koe", "mijn dikke koe"}}));

INSTANTIATE_TEST_SUITE_P(
    Lists, PhraseMatching,
    testing::Values(Case{"[animals]", "een koe en een Guinees biggetje",
                         Words{"koe", "Guinees biggetje"}},
                    Case{"[animals]", "twee paarden", Words{"paarden"}},
                    Case{"domme [animals]", "domme varkens! slimme koe", Words{"domme varkens"}},
                    Case{"[animals]&!koe", "koe, paard", Words{"paard"}},
                    Case{"[first-names]", "met anne-fleur en Sanne", Words{"anne-fleur", "Sanne"}},
                    Case{"[first-names]&<capitalised>", "sanne en Sanne", Words{"Sanne"}},
                    Case{"sukkel~", "sukkels, sukkeltje, gesukkel", Words{"sukkels", "sukkeltje"}},
                    Case{"pest*", "pester pest feest", Words{"pester", "pest"}},
                    Case{"*kop", "domkop kop kopje", Words{"domkop", "kop"}}));

INSTANTIATE_TEST_SUITE_P(
    Edges, PhraseMatching,
    testing::Values(Case{"^ koe", "Koe. Een koe. \"Koe!\"", Words{"Koe", "Koe"}},
                    Case{"koe $", "Koe. Koe daar. Zie de koe!", Words{"Koe", "koe"}},
                    Case{"koe // dom", "Een koe. Dom! Een koe dom.", Words{"koe. Dom"}},
                    Case{"koe dom", "Een koe. Dom!", {}},  // no phrase crosses a sentence by itself
                    // what a sentence before begins does not hide what begins here
                    Case{"(jij|^) «domme? koe»", "Ook jij\nDomme koe", Words{"Domme koe"}},
                    Case{"^ koe $", "Koe! De koe.", Words{"Koe"}}));

INSTANTIATE_TEST_SUITE_P(
    Reported, PhraseMatching,
    testing::Values(Case{"ww is «_»", "mijn ww is geheim hoor", Words{"geheim"}},
                    Case{"moeder van «<capitalised>{1,3}»", "de moeder van Jan Jansen",
                         Words{"Jan Jansen"}},
                    Case{"<number> jaar", "hij is 12 jaar", Words{"12 jaar"}},
                    Case{"nee «<quotation>»", "hij riep: nee \"ga weg\"", Words{"\"ga weg\""}},
                    Case{"<caps>{3,6}", "JIJ BENT HEEL DOM hoor", Words{"JIJ BENT HEEL DOM"}}));

TEST(PhraseMatching, AnExceptTakesAwayWhatItTouches) {
  const RuleBook book =
      rules_from(rule_with("kind = \"phrase\"\nmatch = \"maak je af\"\nexcept = [\"maak je af met "
                           "_\", \"maak je [animals]\"]"));
  EXPECT_EQ(reported(book, "ik maak je af"), Words{"ik maak je af" + 3});
  EXPECT_EQ(reported(book, "ik maak je af met verf"), Words{});
}

TEST(PhraseMatching, NamesWhatAnotherRuleFound) {
  const RuleBook book =
      rules_from(std::string("[[signal]]\nid = \"child\"\n[[signal.pattern]]\nkind = \"words\"\n"
                             "dictionaries = \"first-names\"\n") +
                 rule_with("kind = \"phrase\"\nmatch = \"<child> is ziek\""));
  EXPECT_EQ(reported(book, "Ach, Anne-Fleur is ziek."), Words{"Anne-Fleur is ziek"});
  EXPECT_EQ(reported(book, "De koe is ziek."), Words{});
}

struct WrongCase {
  const char* phrase;
  const char* error;
};

class WrongMeaning : public testing::TestWithParam<WrongCase> {};

TEST_P(WrongMeaning, IsExplained) {
  const auto specs =
      load_pattern_files({{"f.toml", rule_with("kind = \"phrase\"\nmatch = \"" +
                                               std::string(GetParam().phrase) + "\"")}});
  ASSERT_TRUE(specs.has_value()) << test::joined(specs.error());
  const auto book = test::compiled(*specs);
  ASSERT_FALSE(book.has_value());
  EXPECT_EQ(test::joined(book.error()), std::string(GetParam().error) + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongMeaning,
    testing::Values(
        WrongCase{"[animls]",
                  "f.toml:7:9: There is no word list 'animls'. Did you mean 'animals'?"},
        WrongCase{"<nummber>",
                  "f.toml:7:9: There is no rule, signal or sort of word 'nummber'. Did you mean "
                  "'number'?"},
        WrongCase{"a? b?",
                  "f.toml:7:9: The phrase 'a? b?' matches nothing at all too: all of it may be "
                  "left out."},
        WrongCase{"_ _{0,3}",
                  "f.toml:7:9: The phrase '_ _{0,3}' has no word or list that postlint could look "
                  "for. Add one."},
        WrongCase{"ab*",
                  "f.toml:7:9: In the phrase 'ab*' 'ab' is too short: give at least three letters "
                  "before or after *."},
        WrongCase{
            "<rule>",
            "f.toml:1:1: These rules refer to each other in a circle: test/rule -> test/rule."}));

}  // namespace
}  // namespace postlint
