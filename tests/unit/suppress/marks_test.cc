#include "postlint/suppress/marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace postlint {
namespace {

std::vector<Rule> rules() {
  std::vector<Rule> rules(2);
  rules[0].id = "conduct/insult";
  rules[0].family = "conduct";
  rules[1].id = "personal-data/bsn";
  rules[1].family = "personal-data";
  return rules;
}

// Each mark as the words it covers, then the errors.
std::vector<std::string> found(std::string_view text) {
  const std::vector<Rule> known = rules();
  const std::vector<std::string> locked = {"personal-data/bsn"};
  Errors errors;
  std::vector<std::string> out;
  for (const Mark& mark : find_marks(text, "a.md", known, locked, errors))
    out.push_back(mark.rules.front() + "|" + mark.reason + "|" + std::string(mark.covers.of(text)));
  for (const Error& error : errors)
    out.push_back(std::to_string(error.line) + " " + error.message.key);
  return out;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Marks, CoverTheirLineOrTheLinesBehind) {
  EXPECT_THAT(found("a\nb <!-- postlint-allow conduct/insult: zo --> c\nd"),
              ElementsAre("conduct/insult|zo|b <!-- postlint-allow conduct/insult: zo --> c"));
  EXPECT_THAT(found("<!--postlint-allow conduct/*: a: b-->\nc\nd\n \ne"),
              ElementsAre("conduct/*|a: b|<!--postlint-allow conduct/*: a: b-->\nc\nd"));
  EXPECT_THAT(found("<!-- postlint-allow conduct/insult:\n twee\n regels -->\nc"),
              ElementsAre("conduct/insult|twee\n regels|<!-- postlint-allow conduct/insult:\n "
                          "twee\n regels -->\nc"));
  EXPECT_THAT(found("a\n\n<!-- postlint-allow conduct/insult: x -->"),
              ElementsAre("conduct/insult|x|<!-- postlint-allow conduct/insult: x -->"));
}

TEST(Marks, AreNoOtherComments) {
  EXPECT_THAT(found("<!-- postlint is aardig --> <!-- conduct/insult: x -->"), IsEmpty());
  EXPECT_THAT(found("<!-- postlint-allow conduct/insult: niet gesloten"), IsEmpty());
  EXPECT_THAT(found("postlint-allow conduct/insult: geen opmerking"), IsEmpty());
  EXPECT_THAT(found("<!--> postlint-allow"), IsEmpty());
}

TEST(Marks, MustBeRight) {
  EXPECT_THAT(found("<!-- postlint-allow -->\n<!-- postlint-allow conduct/insult -->\n"
                    "<!-- postlint-allow conduct/insullt: x -->\n"
                    "<!-- postlint-allow personal-data/bsn: x -->"),
              ElementsAre("1 mark.incomplete", "2 mark.incomplete", "3 cli.unknown-rule",
                          "4 allow.locked-rule"));
}

TEST(Marks, LiftWhatTheyCover) {
  const std::vector<Rule> known = rules();
  const std::string text = "sukkel <!-- postlint-allow conduct/insult: x --> sukkel\nsukkel";
  Errors errors;
  const std::vector<Mark> marks = find_marks(text, "a.md", known, {}, errors);
  Report report;
  for (const std::uint32_t at : {0U, 49U, 56U}) {
    Finding& finding = report.findings.emplace_back();
    finding.rule = &known[0];
    finding.span = Span{at, at + 6};
  }
  report.findings.emplace_back().rule = &known[0];
  lift_marked(marks, "a.md", {}, report);
  EXPECT_EQ(report.findings.size(), 2U);
  ASSERT_EQ(report.suppressed.size(), 2U);
  EXPECT_EQ(report.suppressed[1].suppression,
            (Suppression{SuppressionKind::mark, 1, "a.md:1", "x"}));
}

TEST(Marks, StandInFilesThatHaveComments) {
  EXPECT_TRUE(may_hold_marks("a/b.md"));
  EXPECT_TRUE(may_hold_marks("index.html"));
  EXPECT_FALSE(may_hold_marks("brief.txt"));
  EXPECT_FALSE(may_hold_marks("<stdin>"));
}

}  // namespace
}  // namespace postlint
