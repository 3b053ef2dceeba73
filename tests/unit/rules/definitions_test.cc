// Parts of phrases with a name.
#include "postlint/rules/definitions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

Definitions some() {
  Definitions all;
  all.add("me", {"ik|wij", {"parts.toml", 2, 6}});
  all.add("you", {"je|jou", {}});
  all.add("someone", {"{you}|hem", {}});
  all.add("sign", {"nee", {}});
  all.add("list", {"[no]", {}});
  all.add("ring", {"{rung}", {}});
  all.add("rung", {"{ring}", {}});
  all.add("long", {std::string(5000, 'x') + " x", {}});
  all.add("longer", {"{long} {long} {long} {long} {long}", {}});
  return all;
}

std::string expanded(const std::string& text) {
  SourceText phrase{text, {"rules.toml", 7, 3}};
  Errors errors;
  some().expand(phrase, errors);
  EXPECT_EQ(errors.empty() ? phrase.as_written() : text, text);
  return errors.empty() ? phrase.text : test::joined(errors);
}

TEST(Definitions, AreWrittenOut) {
  EXPECT_EQ(expanded("{me} sla {someone}"), "(ik|wij) sla ((je|jou)|hem)");
  EXPECT_EQ(expanded("({me}|zij){0,2} _{3} slaan"), "((ik|wij)|zij){0,2} _{3} slaan");
  EXPECT_EQ(expanded("{sign} !{list}{0,2}"), "nee ![no]{0,2}");
  EXPECT_EQ(expanded("zonder"), "zonder");
}

TEST(Definitions, SayWhatIsWrongWhereThePhraseStands) {
  EXPECT_THAT(expanded("{mee} sla"), testing::HasSubstr("rules.toml:7:3: Nothing defines 'mee'."));
  EXPECT_THAT(expanded("{mee} sla"), testing::HasSubstr("Did you mean 'me'?"));
  EXPECT_THAT(expanded("een {ring}"), testing::HasSubstr("'ring' uses itself"));
  EXPECT_THAT(expanded("{longer}"), testing::HasSubstr("grows too long"));
}

TEST(Definitions, HaveANameOnce) {
  Definitions all = some();
  const SourceText* other = all.add("me", {"mij", {}});
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->place.line, 2U);
}

std::string errors_of(const std::string& toml) {
  const auto specs = load_pattern_files({{"rules.toml", toml}});
  return specs ? "" : test::joined(specs.error());
}

constexpr const char* kRule = R"(
[[rule]]
id = "test/cow"
title = "t"
message = "m"
[[rule.pattern]]
kind = "phrase"
match = "{me} heb een «koe»"
[rule.examples]
flag = ["ik heb een «koe»"]
pass = ["x"]
)";

TEST(DefinitionsInFiles, CountInAllOfThem) {
  const auto specs = load_pattern_files(
      {{"rules.toml", kRule}, {"parts.toml", "[[define]]\nid = \"me\"\nis = \"ik|wij\"\n"}});
  ASSERT_TRUE(specs.has_value()) << test::joined(specs.error());
  EXPECT_EQ(specs->front().patterns.front().match.front().text, "(ik|wij) heb een «koe»");
}

TEST(DefinitionsInFiles, AreRefusedWhenWrong) {
  EXPECT_THAT(errors_of(kRule), testing::HasSubstr("rules.toml:8:9: Nothing defines 'me'."));
  EXPECT_THAT(errors_of("[[define]]\nid = \"Me\"\nis = \"ik\"\n"),
              testing::HasSubstr("rules.toml:2:6: 'Me' is no name for a definition"));
  EXPECT_THAT(
      errors_of("[[define]]\nid = \"me\"\nis = \"ik\"\n[[define]]\nid = \"me\"\nis = \"wij\"\n"),
      testing::HasSubstr("rules.toml:5:6: 'me' is there already: rules.toml, line 3."));
  EXPECT_THAT(errors_of("[[define]]\nid = \"me\"\n"), testing::HasSubstr("'is'"));
}

}  // namespace
}  // namespace postlint
