#include "postlint/rules/pattern_loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

constexpr const char* kWhole = R"toml(
[[rule]]
id = "a/b"
severity = "error"
title = { nl = "T", en = "E" }
message = "M"
identifies = "phone"
threshold = 0.6
[[rule.pattern]]
kind = "phrase"
match = ["x y", "z"]
confidence = 0.7
raise = { words = "q", window = 3, to = 0.9, side = "before" }
needs = { words = ["<c>"], window = "nearby" }
when = { role = ["employee"], channel = "e-mail" }
[rule.examples]
flag = ["een «x y» en «z»", { text = "«z»", role = "pupil" }]
pass = ["niets"]
[[signal]]
id = "c"
[[signal.pattern]]
kind = "words"
dictionaries = "animals"
)toml";

TEST(PatternLoader, ReadsRulesAndSignals) {
  const auto specs = load_pattern_files({{"f.toml", kWhole}});
  ASSERT_TRUE(specs.has_value()) << test::joined(specs.error());
  ASSERT_EQ(specs->size(), 2U);
  const RuleSpec& rule = specs->front();
  EXPECT_EQ(rule.rule.family, "a");
  EXPECT_EQ(rule.short_name(), "b");
  EXPECT_EQ(rule.rule.severity, Severity::error);
  EXPECT_EQ(rule.rule.identifies, Identifies::phone);
  EXPECT_EQ(rule.rule.title.in(Language::en), "E");
  EXPECT_EQ(rule.rule.message.in(Language::en), "M") << "English falls back on Dutch";
  const PatternSpec& pattern = rule.patterns.front();
  EXPECT_EQ(pattern.match.size(), 2U);
  ASSERT_EQ(pattern.context.size(), 2U);
  EXPECT_EQ(pattern.context[0].side, ContextSide::before);
  EXPECT_EQ(pattern.context[1].scope, ContextScope::nearby);
  EXPECT_THAT(pattern.when.roles, testing::ElementsAre(Role::employee));
  EXPECT_THAT(pattern.when.channels, testing::ElementsAre(Channel::email));
  EXPECT_EQ(rule.flag.front().text, "een x y en z");
  EXPECT_THAT(rule.flag.front().spans, testing::ElementsAre(Span{4, 7}, Span{11, 12}));
  EXPECT_EQ(rule.flag.back().context.role, Role::pupil);
  EXPECT_TRUE(specs->back().is_signal);
}

struct Case {
  const char* name;
  const char* toml;
  const char* errors;
};

class WrongPatternFile : public testing::TestWithParam<Case> {};

TEST_P(WrongPatternFile, IsExplainedLineByLine) {
  const auto specs = load_pattern_files({{"f.toml", GetParam().toml}});
  ASSERT_FALSE(specs.has_value());
  EXPECT_EQ(test::joined(specs.error()), GetParam().errors);
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongPatternFile,
    testing::Values(
        Case{"syntax", "[[rule]\n",
             "f.toml:1:8: This is not valid TOML: Error while parsing table header: expected ']', "
             "saw '\\n'.\n"},
        Case{"unknown_keys_and_missing_ones",
             "[[rule]]\nid = \"a/b\"\nseverty = \"error\"\ntitle = \"T\"\nmesage = \"M\"\n"
             "[[rule.pattern]]\nkind = \"regex\"\nmacth = \"x\"\n[rule.examples]\nflag = "
             "[\"«x»\"]\npass = [\"y\"]\n",
             "f.toml:1:1: The key 'message' is missing here.\n"
             "f.toml:3:1: Unknown key 'severty'. Did you mean 'severity'?\n"
             "f.toml:5:1: Unknown key 'mesage'. Did you mean 'message'?\n"
             "f.toml:6:1: The key 'match' is missing here.\n"
             "f.toml:8:1: Unknown key 'macth'. Did you mean 'match'?\n"},
        Case{
            "wrong_types_and_values",
            "[[rule]]\nid = 7\nseverity = \"eror\"\ntitle = \"T\"\nmessage = \"M\"\nthreshold = 3\n"
            "[[rule.pattern]]\nkind = \"regex\"\nmatch = [1]\n[rule.examples]\nflag = "
            "[\"«x»\"]\npass = [\"y\"]\n",
            "f.toml:2:6: The value of 'id' is of the wrong type; it must be a text.\n"
            "f.toml:3:12: 'severity' cannot be 'eror'. Did you mean 'error'? Choose from: advice, "
            "warning, error.\n"
            "f.toml:6:13: The value of 'threshold' is not between 0 and 1.\n"
            "f.toml:9:10: The value of 'match' is of the wrong type; it must be a text or a list "
            "of texts.\n"},
        Case{"empty_lists",
             "[[rule]]\nid = \"a/b\"\ntitle = \"T\"\nmessage = \"M\"\n"
             "[[rule.pattern]]\nkind = \"phrase\"\nmatch = []\nexcept = []\n"
             "raise = { words = [], to = 1 }\n"
             "[[rule.pattern]]\nkind = \"words\"\ndictionaries = []\n"
             "[rule.examples]\nflag = [\"«x»\"]\npass = [\"y\"]\n",
             "f.toml:7:9: The list 'match' is empty: at least one thing must stand in it.\n"
             "f.toml:9:19: The list 'words' is empty: at least one thing must stand in it.\n"
             "f.toml:12:16: The list 'dictionaries' is empty: at least one thing must stand in "
             "it.\n"},
        Case{"no_examples",
             "[[rule]]\nid = \"a/b\"\ntitle = \"T\"\nmessage = \"M\"\n[[rule.pattern]]\nkind = "
             "\"regex\"\nmatch = \"x\"\n",
             "f.toml:1:1: 'a/b' has no examples. Add at least one 'flag' and one 'pass' under "
             "[rule.examples].\n"},
        Case{"example_marks",
             "[[rule]]\nid = \"a/b\"\ntitle = \"T\"\nmessage = \"M\"\n[[rule.pattern]]\nkind = "
             "\"regex\"\nmatch = \"x\"\n"
             "[rule.examples]\nflag = [\"x\"]\npass = [\"«y»\"]\n",
             "f.toml:9:9: Nothing in this example says what must be reported. Put « and » around "
             "it: 'x'.\n"
             "f.toml:10:9: This example must have no « and »: 'y'.\n"}),
    [](const auto& test) { return test.param.name; });

TEST(PatternLoader, ReportsAllFilesAtOnce) {
  const auto specs =
      load_pattern_files({{"one.toml", "a = 1\n"}, {"two.toml", "[[signal]]\nid = \"s/t\"\n"}});
  ASSERT_FALSE(specs.has_value());
  EXPECT_EQ(test::joined(specs.error()),
            "one.toml:1:1: Unknown key 'a'.\n"
            "two.toml:2:6: 's/t' is no name for a signal: a signal has no family, so no '/'.\n"
            "two.toml:1:1: 's/t' has no pattern. Add a [[rule.pattern]] or [[signal.pattern]].\n");
}

TEST(PatternLoader, RefusesAnIdDefinedTwice) {
  const auto specs = load_pattern_files({{"one.toml", kWhole}, {"two.toml", kWhole}});
  ASSERT_FALSE(specs.has_value());
  EXPECT_EQ(
      test::joined(specs.error()),
      "two.toml:2:1: 'a/b' is there already: one.toml, line 2. Give one of them another name.\n"
      "two.toml:19:1: 'c' is there already: one.toml, line 19. Give one of them another name.\n");
}

}  // namespace
}  // namespace postlint
