#include "postlint/eval/scoring.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace postlint {
namespace {

using ::testing::DoubleNear;
using ::testing::Optional;

const Rule& rule_named(const std::string& id) {
  static std::map<std::string, Rule> rules;
  Rule& rule = rules[id];
  rule.id = id;
  rule.whole_draft = id.starts_with("organisation/");
  return rule;
}

Finding finding(const std::string& rule, std::optional<Span> span,
                Severity severity = Severity::warning) {
  Finding result;
  result.rule = &rule_named(rule);
  result.span = span;
  result.severity = severity;
  return result;
}

GoldRecord record(std::vector<GoldSpan> spans, std::vector<std::string> document = {}) {
  GoldRecord result;
  result.text = std::string(100, 'x');
  result.spans = std::move(spans);
  result.document = std::move(document);
  return result;
}

TEST(MatchOverlapping, PairsAsManyAsPossible) {
  struct Case {
    std::vector<Span> marks;
    std::vector<Span> findings;
    std::size_t pairs;
  };
  const Case kCases[] = {
      {{}, {}, 0},
      {{{0, 5}}, {}, 0},
      {{{0, 5}}, {{0, 5}}, 1},
      {{{0, 5}}, {{4, 9}}, 1},                  // one byte is enough
      {{{0, 5}}, {{5, 9}}, 0},                  // touching is not
      {{{0, 9}}, {{0, 2}, {4, 9}}, 1},          // two findings on one mark
      {{{0, 2}, {4, 9}}, {{0, 9}}, 1},          // one finding on two marks
      {{{0, 9}, {0, 2}}, {{1, 2}, {7, 9}}, 2},  // the wide mark must leave the first finding
      {{{0, 9}, {1, 2}, {3, 4}}, {{0, 2}, {3, 9}, {8, 9}}, 3},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(match_overlapping(c.marks, c.findings).size(), c.pairs)
        << ::testing::PrintToString(&c - kCases);
  }
}

TEST(SpanScores, CountsPerRuleFamilyAndOverall) {
  SpanScores scores;
  const GoldRecord draft =
      record({{{0, 5}, "personal-data/person-name"},
              {{10, 19}, "personal-data/bsn"},
              {{30, 35}, "conduct/insult"}},
             {"organisation/missing-disclaimer", "organisation/wrong-channel"});
  scores.add(draft,
             std::vector{finding("personal-data/person-name", Span{0, 12}),
                         finding("personal-data/person-name", Span{50, 60}),
                         finding("personal-data/iban", Span{10, 19}),  // right words, wrong rule
                         finding("organisation/missing-disclaimer", std::nullopt),
                         finding("organisation/harms-reputation", std::nullopt)},
             Severity::advice);
  EXPECT_EQ(scores.rules.at("personal-data/person-name"), (Counts{1, 0, 1}));
  EXPECT_EQ(scores.rules.at("personal-data/bsn"), (Counts{0, 1, 0}));
  EXPECT_EQ(scores.rules.at("personal-data/iban"), (Counts{0, 0, 1}));
  EXPECT_EQ(scores.rules.at("organisation/missing-disclaimer"), (Counts{1, 0, 0}));
  EXPECT_EQ(scores.rules.at("organisation/wrong-channel"), (Counts{0, 1, 0}));
  EXPECT_EQ(scores.rules.at("organisation/harms-reputation"), (Counts{0, 0, 1}));
  EXPECT_EQ(scores.families().at("personal-data"), (Counts{1, 1, 2}));
  EXPECT_EQ(scores.families().at("organisation"), (Counts{1, 1, 1}));
  EXPECT_EQ(scores.overall(), (Counts{2, 3, 3}));
}

TEST(SpanScores, ListsMistakesWithTheirPlace) {
  SpanScores scores;
  const GoldRecord draft = record({{{0, 5}, "a/a"}}, {"organisation/x"});
  scores.add(draft, std::vector{finding("a/a", Span{6, 9})}, Severity::advice);
  ASSERT_EQ(scores.mistakes.size(), 3U);
  EXPECT_TRUE(scores.mistakes[0].missed);
  EXPECT_EQ(scores.mistakes[0].span, (Span{0, 5}));
  EXPECT_FALSE(scores.mistakes[1].missed);
  EXPECT_EQ(scores.mistakes[1].span, (Span{6, 9}));
  EXPECT_EQ(scores.mistakes[2].rule, "organisation/x");
  EXPECT_EQ(scores.mistakes[2].span, std::nullopt);
  EXPECT_EQ(scores.mistakes[2].record, &draft);
}

TEST(SpanScores, MinimumSeverityLeavesHintsOut) {
  SpanScores scores;
  const GoldRecord draft = record({{{0, 5}, "a/a"}});
  scores.add(draft,
             std::vector{finding("a/a", Span{0, 5}, Severity::advice),
                         finding("a/b", Span{0, 5}, Severity::advice)},
             Severity::warning);
  EXPECT_EQ(scores.overall(), (Counts{0, 1, 0}));
}

TEST(SpanScores, CleanDraftsAreSilentWithoutWarnings) {
  SpanScores scores;
  const GoldRecord clean = record({});
  const GoldRecord marked = record({}, {"organisation/x"});
  scores.add(clean, {}, Severity::advice);
  scores.add(clean, std::vector{finding("a/a", Span{0, 5}, Severity::advice)}, Severity::advice);
  scores.add(clean, std::vector{finding("a/a", Span{0, 5})}, Severity::advice);
  scores.add(marked, {}, Severity::advice);
  EXPECT_EQ(scores.drafts, 4U);
  EXPECT_EQ(scores.clean, 3U);
  EXPECT_EQ(scores.silent, 2U);
}

TEST(Counts, SharesAreWorkedOutByHand) {
  const Counts counts{3, 1, 2};
  EXPECT_EQ(counts.gold(), 4U);
  EXPECT_THAT(counts.precision(), Optional(DoubleNear(0.6, 1e-12)));
  EXPECT_THAT(counts.recall(), Optional(DoubleNear(0.75, 1e-12)));
  EXPECT_THAT(counts.f1(), Optional(DoubleNear(2 * 0.6 * 0.75 / (0.6 + 0.75), 1e-12)));
}

TEST(Counts, NothingToDivideByIsNoShare) {
  EXPECT_EQ(Counts().precision(), std::nullopt);
  EXPECT_EQ(Counts().recall(), std::nullopt);
  EXPECT_EQ(Counts().f1(), std::nullopt);
  EXPECT_EQ((Counts{0, 2, 0}).precision(), std::nullopt);
  EXPECT_EQ((Counts{0, 2, 0}).recall(), 0.0);
  EXPECT_EQ((Counts{0, 2, 0}).f1(), 0.0);
}

GoldRecord labelled(const char* functionality, Label label) {
  GoldRecord result = record({});
  result.functionality = functionality;
  result.label = label;
  return result;
}

TEST(LabelScores, OnlyConductOfAtLeastWarningFlags) {
  LabelScores scores;
  const GoldRecord hateful = labelled("leet", Label::hateful);
  scores.add(hateful, std::vector{finding("conduct/insult", Span{0, 5})});
  scores.add(hateful, std::vector{finding("conduct/insult", Span{0, 5}, Severity::advice)});
  scores.add(hateful, std::vector{finding("personal-data/bsn", Span{0, 5}, Severity::error)});
  EXPECT_EQ((scores.kinds.at({"leet", Label::hateful}).flagged), 1U);
  EXPECT_EQ((scores.kinds.at({"leet", Label::hateful}).total), 3U);
  ASSERT_EQ(scores.mistakes.size(), 2U);
  EXPECT_TRUE(scores.mistakes[0].missed);
  EXPECT_EQ(scores.mistakes[0].rule, "conduct");
}

TEST(LabelScores, MacroF1AndFalsePositiveRate) {
  LabelScores scores;
  const std::vector<Finding> insult{finding("conduct/insult", Span{0, 5})};
  const GoldRecord hateful = labelled("leet", Label::hateful);
  const GoldRecord harmless = labelled("illness", Label::non_hateful);
  for (int i = 0; i < 3; ++i) scores.add(hateful, insult);
  scores.add(hateful, {});
  scores.add(harmless, insult);
  for (int i = 0; i < 4; ++i) scores.add(harmless, {});
  // hateful: 3 found, 1 missed, 1 false: 6/8; harmless: 4 found, 1 missed, 1 false: 8/10.
  EXPECT_THAT(scores.macro_f1(), Optional(DoubleNear((0.75 + 0.8) / 2, 1e-12)));
  EXPECT_THAT(scores.false_positive_rate(), Optional(DoubleNear(0.2, 1e-12)));
  ASSERT_EQ(scores.mistakes.size(), 2U);
  EXPECT_EQ(scores.mistakes[1].rule, "conduct/insult");
  EXPECT_FALSE(scores.mistakes[1].missed);
}

TEST(LabelScores, OfMildWordsBothAreRight) {
  LabelScores scores;
  const GoldRecord mild = labelled("mild", Label::mild);
  scores.add(mild, std::vector{finding("conduct/insult", Span{0, 5})});
  scores.add(mild, {});
  EXPECT_EQ(scores.flagged(Label::mild).flagged, 1U);
  EXPECT_EQ(scores.flagged(Label::mild).total, 2U);
  EXPECT_TRUE(scores.mistakes.empty());
  EXPECT_EQ(scores.false_positive_rate(), std::nullopt);
  EXPECT_EQ(scores.macro_f1(), std::nullopt);
}

}  // namespace
}  // namespace postlint
