// From posts to a model, and from the model to findings.
#include "postlint/learn/fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/load/model_file.h"
#include "postlint/policy/policy.h"
#include "unit/support.h"

namespace postlint {
namespace {

constexpr const char* kRule = R"(
[[rule]]
id = "test/animal"
title = "t"
message = "m"
[[rule.pattern]]
kind = "phrase"
match = "koe"
[[rule.pattern]]
kind = "phrase"
severity = "error"
match = "varken"
[[rule.pattern]]
kind = "learned"
unit = "sentence"
precise = 0.9
[rule.examples]
flag = ["«koe»"]
pass = ["x"]
)";

GoldRecord post(const std::string& text, const std::string& marked) {
  GoldRecord record;
  record.text = text;
  record.file = "posts";
  const auto at = static_cast<std::uint32_t>(text.find(marked));
  if (!marked.empty())
    record.spans.push_back({{at, at + static_cast<std::uint32_t>(marked.size())}, "test/animal"});
  return record;
}

// Beasts that bite are meant; those in a stable are not, nor is the phrase's own cow.
std::vector<PostSet> posts() {
  PostSet set;
  const char* days[] = {"maandag",  "dinsdag", "woensdag", "donderdag", "vrijdag",
                        "zaterdag", "zondag",  "morgen",   "straks",    "vandaag"};
  for (const char* first : days) {
    for (const char* second : days) {
      const std::string day = std::string(first) + " of " + second;
      set.posts.push_back(post("dat paard bijt mij " + day, "paard bijt"));
      set.posts.push_back(post("dat paard staat op stal " + day, ""));
      set.posts.push_back(post("de koe staat op stal " + day, ""));
    }
  }
  return {set};
}

class Fit : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    book_ = new RuleBook(test::rules_from(kRule));
    std::vector<Protocol> protocols(1);
    protocols[0].id = "general";
    fitted_ = new Fitted(fit(*book_, Policy(protocols), posts()));
    book_->learned = *read_model(fitted_->model, *book_, "model");
  }
  static void TearDownTestSuite() {
    delete book_;
    delete fitted_;
  }
  static RuleBook* book_;
  static Fitted* fitted_;
};
RuleBook* Fit::book_ = nullptr;
Fitted* Fit::fitted_ = nullptr;

TEST_F(Fit, AddsWhatNoPhraseForesaw) {
  EXPECT_THAT(test::reported(*book_, "pas op, dat paard bijt jou ook"), testing::SizeIs(1));
  EXPECT_THAT(test::reported(*book_, "dat paard staat hier op stal"), testing::IsEmpty());
}

TEST_F(Fit, TakesAwayWhatPhrasesFindInOtherWords) {
  EXPECT_THAT(test::reported(*book_, "de koe staat weer op stal"), testing::IsEmpty());
}

TEST_F(Fit, LeavesAPatternThatIsAnErrorByItself) {
  EXPECT_THAT(test::reported(*book_, "het varken staat weer op stal"),
              testing::ElementsAre("varken"));
}

TEST_F(Fit, TellsHowItDidOnPostsHeldOut) {
  ASSERT_EQ(fitted_->report.rules.size(), 1U);
  const HeldOutFigures& figures = fitted_->report.rules[0];
  EXPECT_EQ(figures.marked, 100U);
  EXPECT_EQ(figures.own_reported, 100U);  // the cows
  EXPECT_EQ(figures.own_right, 0U);
  EXPECT_GE(figures.right * 10, figures.reported * 9);
  EXPECT_GE(figures.right, 90U);
}

TEST_F(Fit, OfTheSamePostsIsTheSame) {
  const RuleBook again = test::rules_from(kRule);
  std::vector<Protocol> protocols(1);
  protocols[0].id = "general";
  EXPECT_EQ(fit(again, Policy(protocols), posts()).model, fitted_->model);
}

TEST(FitOfFewPosts, LeavesARuleToItsPhrases) {
  RuleBook book = test::rules_from(kRule);
  std::vector<Protocol> protocols(1);
  protocols[0].id = "general";
  PostSet few;
  for (int i = 0; i < 19; ++i) few.posts.push_back(post("dat paard bijt mij", "paard bijt"));
  const Fitted fitted = fit(book, Policy(protocols), std::vector<PostSet>{few});
  EXPECT_TRUE(fitted.report.rules.empty());
  book.learned = *read_model(fitted.model, book, "model");
  EXPECT_THAT(test::reported(book, "de koe staat op stal"), testing::ElementsAre("koe"));
}

}  // namespace
}  // namespace postlint
