// What packs make of findings, by their [[severity]] tables.
#include "postlint/policy/policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace postlint {
namespace {

class PolicyTest : public testing::Test {
 protected:
  PolicyTest() {
    name_.id = "personal-data/person-name";
    photo_.id = "personal-data/photo-of-person";
    insult_.id = "conduct/insult";
  }

  // "rule severity" of what is left of findings of these rules, all of them warnings.
  std::vector<std::string> judged(std::vector<SeverityChange> changes,
                                  const std::vector<const Rule*>& rules) {
    Protocol pack;
    pack.id = "general";
    pack.severities = std::move(changes);
    std::vector<Finding> findings(rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) findings[i].rule = rules[i];
    Policy({pack}).apply(context_, findings);
    std::vector<std::string> left;
    for (const Finding& it : findings)
      left.push_back(std::string(it.rule->short_name()) + " " + std::string(name_of(it.severity)));
    return left;
  }

  static SeverityChange change(std::vector<std::string> rules) {
    SeverityChange change;
    change.rules = std::move(rules);
    return change;
  }

  Context context_;
  Rule name_, photo_, insult_;
};

TEST_F(PolicyTest, TakesOutWhatTheProtocolAllows) {
  SeverityChange off = change({"personal-data/*"});
  off.off = true;
  EXPECT_THAT(judged({off}, {&name_, &insult_, &photo_}), testing::ElementsAre("insult warning"));
  off.when.channels = {Channel::parro};
  EXPECT_EQ(judged({off}, {&name_}).size(), 1U) << "elsewhere it is a finding";
  context_.channel = Channel::parro;
  EXPECT_EQ(judged({off}, {&name_}).size(), 0U);
}

TEST_F(PolicyTest, WeighsFindingsBesideEachOther) {
  SeverityChange together = change({"personal-data/person-name"});
  together.beside = {"personal-data/photo-of-person"};
  together.severity = Severity::error;
  EXPECT_THAT(judged({together}, {&name_, &insult_}),
              testing::ElementsAre("person-name warning", "insult warning"));
  EXPECT_THAT(judged({together}, {&name_, &photo_}),
              testing::ElementsAre("person-name error", "photo-of-person warning"));
}

TEST_F(PolicyTest, MovesBySteps) {
  SeverityChange up = change({"conduct/*"});
  up.step = 1;
  EXPECT_THAT(judged({up, up, up}, {&insult_, &name_}),
              testing::ElementsAre("insult error", "person-name warning"));
  up.step = -2;
  EXPECT_THAT(judged({up}, {&insult_}), testing::ElementsAre("insult advice"));
}

}  // namespace
}  // namespace postlint
