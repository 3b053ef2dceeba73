#include "postlint/fix/pseudonyms.h"

#include <set>

#include <gtest/gtest.h>

namespace postlint {
namespace {

PseudonymKey key(const std::string& bytes) { return *PseudonymKey::from(bytes, "key"); }

TEST(Pseudonyms, NumberEachKindInTheOrderInWhichThingsCome) {
  Pseudonyms labels;
  EXPECT_EQ(labels.of("[NAAM]", "sanne"), "[NAAM-1]");
  EXPECT_EQ(labels.of("[NAAM]", "daan"), "[NAAM-2]");
  EXPECT_EQ(labels.of("[TELEFOON]", "0612345678"), "[TELEFOON-1]");
  EXPECT_EQ(labels.of("[NAAM]", "sanne"), "[NAAM-1]");
}

TEST(Pseudonyms, GiveNoNumberThatATextHolds) {
  std::vector<Rule> rules(2);
  rules[0].mask = "[NAAM]";
  rules[1].mask = "[BSN]";
  Pseudonyms labels;
  labels.reserve("[NAAM-4] en [NAAM-2], [BSN], [NAAM-K7Q2XM], [NAAM-]", Masks(rules));
  EXPECT_EQ(labels.of("[NAAM]", "daan"), "[NAAM-5]");
  EXPECT_EQ(labels.of("[BSN]", "123456782"), "[BSN-1]");
}

// The codes of RFC 2104 with SHA-256: other programs can make the same ones.
TEST(Pseudonyms, WithAKeyAreTheSameEveryTime) {
  const PseudonymKey secret = key("0123456789abcdef");
  Pseudonyms once(secret);
  Pseudonyms again(secret);
  again.of("[NAAM]", "daan");
  EXPECT_EQ(once.of("[NAAM]", "sanne"), again.of("[NAAM]", "sanne"));
  EXPECT_EQ(once.of("[NAAM]", "sanne"), "[NAAM-F9VKVK]");
  EXPECT_NE(once.of("[NAAM]", "sanne"), once.of("[NAAM]", "daan"));
  EXPECT_NE(secret.code_of("[NAAM]", "sanne"), secret.code_of("[BSN]", "sanne"));
  EXPECT_NE(secret.code_of("[NAAM]", "sanne"), key("fedcba9876543210").code_of("[NAAM]", "sanne"));
}

TEST(Pseudonyms, CodesAreMasks) {
  std::vector<Rule> rules(1);
  rules[0].mask = "[NAAM]";
  const Masks masks(rules);
  Pseudonyms labels(key("0123456789abcdef"));
  std::set<std::string> seen;
  for (int i = 0; i < 2000; ++i) {
    const std::string label = labels.of("[NAAM]", "person " + std::to_string(i));
    EXPECT_TRUE(masks.hide(label, {0, static_cast<std::uint32_t>(label.size())})) << label;
    seen.insert(label);
  }
  EXPECT_EQ(seen.size(), 2000U);
}

TEST(Pseudonyms, WantAKeyOfSomeLength) {
  const auto short_key = PseudonymKey::from("geheim", "key");
  ASSERT_FALSE(short_key.has_value());
  EXPECT_EQ(short_key.error().front().message.key, "fix.short-key");
}

}  // namespace
}  // namespace postlint
