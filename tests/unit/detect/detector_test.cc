// Regular expressions, absence and arbitration, through whole rules.
#include "postlint/detect/detector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

using test::reported;
using test::rule_with;
using test::rules_from;
using Words = std::vector<std::string>;

struct EdgeCase {
  const char* edges;
  const char* text;
  Words found;
};

class RegexEdges : public testing::TestWithParam<EdgeCase> {};

TEST_P(RegexEdges, SetMatchesOff) {
  const EdgeCase& it = GetParam();
  const RuleBook book = rules_from(
      rule_with("kind = \"regex\"\nmatch = '\\d{3}'\nedges = \"" + std::string(it.edges) + "\""));
  EXPECT_EQ(reported(book, it.text), it.found) << it.text;
}

INSTANTIATE_TEST_SUITE_P(All, RegexEdges,
                         testing::Values(EdgeCase{"none", "1234567", Words{"123", "456"}},
                                         EdgeCase{"word", "1234567", {}},
                                         EdgeCase{"word", "123-456", Words{"123", "456"}},
                                         EdgeCase{"word", "é123 456ö 789", Words{"789"}},
                                         EdgeCase{"identifier", "123-456 789", Words{"789"}},
                                         EdgeCase{"identifier", "a@123 123@b 4/123 12.123", {}},
                                         EdgeCase{"identifier", "Het is 123. Ja (456), 789!",
                                                  Words{"123", "456", "789"}}));

TEST(Detector, ReportsTheFirstGroupOfAnExpression) {
  const RuleBook book = rules_from(rule_with("kind = \"regex\"\nmatch = 'code (\\w+)'"));
  EXPECT_EQ(reported(book, "de code abc en code def"), (Words{"abc", "def"}));
}

TEST(Detector, DropsWhatAValidatorRefuses) {
  const RuleBook book =
      rules_from(rule_with("kind = \"regex\"\nmatch = '\\d{9}'\nvalidator = \"bsn\""));
  EXPECT_EQ(reported(book, "123456782 en 123456789"), Words{"123456782"});
}

TEST(Detector, GivesBackWhatAnExpressionSwallowed) {
  const RuleBook book = rules_from(rule_with(
      "kind = \"regex\"\nmatch = '[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}'\nvalidator = \"iban\""));
  EXPECT_EQ(reported(book, "NL91ABNA0417164300 EN DAN"), Words{"NL91ABNA0417164300"});
}

TEST(Detector, AsksForAStatementOnlyWhereSomethingTriggersIt) {
  const RuleBook book =
      rules_from(rule_with("kind = \"absence\"\ntriggers = [\"school\", \"ik vind\"]\nsatisfied_by "
                           "= [\"eigen mening\", \"los van school\"]\n"
                           "when = { role = [\"employee\"] }",
                           "reports = \"draft\"\n"));
  Context employee;
  employee.role = Role::employee;
  const auto of = [&](const char* text) { return reported(book, text, employee); };
  EXPECT_EQ(of("Ik vind onze school top."), Words{"*"});
  EXPECT_EQ(of("Onze school is open."), Words{}) << "no view";
  EXPECT_EQ(of("Ik vind onze school top. Mijn eigen mening."), Words{"*"})
      << "half of what is asked";
  EXPECT_EQ(of("Ik vind onze school top. Mijn eigen mening, los van school."), Words{});
  EXPECT_EQ(reported(book, "Ik vind onze school top."), Words{})
      << "nobody knows that it is an employee";
}

std::string competing(const char* id, const char* regex, double confidence) {
  return "[[rule]]\nid = \"t/" + std::string(id) +
         "\"\ntitle = \"t\"\nmessage = \"m\"\ncompetes = \"number\"\n" +
         "[[rule.pattern]]\nkind = \"regex\"\nedges = \"none\"\nmatch = '" + regex +
         "'\nconfidence = " + std::to_string(confidence) +
         "\n[rule.examples]\nflag = [\"«x»\"]\npass = [\"y\"]\n";
}

TEST(Arbitration, TheLongerOfCompetingCandidatesStays) {
  const RuleBook book =
      rules_from(competing("short", "\\d{3}", 0.9) + competing("long", "\\d{5}", 0.6));
  EXPECT_EQ(reported(book, "12345 678"), (Words{"12345", "678"}));
}

TEST(Arbitration, OfEqualOnesTheSurerStays) {
  const RuleBook book = rules_from(competing("one", "\\d{3}", 0.6) + competing("two", "\\d+", 0.9));
  Tokenizer tokenizer;
  Document document;
  document.assign("678", tokenizer);
  Detector detector(book);
  for (const Candidate& candidate : detector.detect(document, {}, {.explain = true})) {
    EXPECT_EQ(candidate.reported, book.rules[candidate.rule].rule.id == "t/two");
    if (!candidate.reported) {
      EXPECT_EQ(candidate.steps.back().what, "evidence.overlap");
    }
  }
}

TEST(Arbitration, RulesThatDoNotCompeteMayShareWords) {
  const RuleBook book = rules_from(
      "[[rule]]\nid = \"t/a\"\ntitle = \"t\"\nmessage = \"m\"\n[[rule.pattern]]\nkind = "
      "\"phrase\"\nmatch = \"koe\"\n"
      "[rule.examples]\nflag = [\"«koe»\"]\npass = [\"y\"]\n"
      "[[rule]]\nid = \"t/b\"\ntitle = \"t\"\nmessage = \"m\"\n[[rule.pattern]]\nkind = "
      "\"phrase\"\nmatch = \"domme koe\"\n"
      "[rule.examples]\nflag = [\"«domme koe»\"]\npass = [\"y\"]\n");
  EXPECT_EQ(reported(book, "domme koe"), (Words{"domme koe", "koe"}));
}

TEST(Arbitration, NeighboursOfARuleThatJoinsAreOne) {
  const RuleBook book = rules_from(rule_with("kind = \"phrase\"\nmatch = \"koe\"", "joins = 8\n"));
  EXPECT_EQ(reported(book, "koe, een koe"), Words{"koe, een koe"});
  EXPECT_EQ(reported(book, "Koe! Koe"), (Words{"Koe", "Koe"}));
  EXPECT_EQ(reported(book, "koe en nog een koe"), (Words{"koe", "koe"}));
}

TEST(Arbitration, CandidatesBelowTheThresholdAreOut) {
  const RuleBook book = rules_from(
      rule_with("kind = \"phrase\"\nmatch = \"koe\"\nconfidence = 0.5", "threshold = 0.6\n"));
  EXPECT_EQ(reported(book, "koe"), Words{});
}

}  // namespace
}  // namespace postlint
