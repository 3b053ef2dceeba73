// Layers of settings merged, and what the rules can tell about them.
#include "postlint/config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/config/environment.h"
#include "unit/support.h"

namespace postlint {
namespace {

using testing::ElementsAre;

Origin at(std::uint32_t line) { return {Origin::Kind::file, "f.toml", line, 1}; }
Entry entry(std::string key, std::string value, std::uint32_t line = 1) {
  return {"", std::move(key), std::move(value), at(line)};
}
Entry of_rule(std::string rule, std::string key, std::string value, std::uint32_t line = 1) {
  return {std::move(rule), std::move(key), std::move(value), at(line)};
}
Layer layer(std::vector<Entry> entries, std::vector<Override> overrides = {}) {
  Layer result;
  result.folder = "/school";
  result.entries = std::move(entries);
  result.overrides = std::move(overrides);
  return result;
}

const std::vector<Rule>& rules() {
  static const std::vector<Rule> kRules = [] {
    std::vector<Rule> all(3);
    all[0].id = "conduct/insult";
    all[1].id = "conduct/rumour";
    all[1].severity = Severity::advice;
    all[2].id = "organisation/missing-disclaimer";
    all[2].whole_draft = true;
    return all;
  }();
  return kRules;
}

const KnownNames& names() {
  static const Protocol kGeneral = [] {
    Protocol pack;
    pack.id = "general";
    return pack;
  }();
  static const Protocol kStrict = [] {
    Protocol pack;
    pack.id = "strict";
    pack.locked = {"conduct/rumour"};
    return pack;
  }();
  static const KnownNames kNames{rules(), {&kGeneral, &kStrict}};
  return kNames;
}

std::vector<std::string> keys_of(const Errors& errors) {
  std::vector<std::string> keys;
  for (const Error& error : errors)
    keys.push_back(error.message.key + ":" + std::to_string(error.line));
  return keys;
}

TEST(Config, WithoutLayersLeavesAllOpen) {
  const Settings settings = Config({}).settings("", names());
  EXPECT_EQ(settings.context, Context{});
  EXPECT_EQ(settings.fail_on, FailOn::warning);
  EXPECT_TRUE(settings.rules.empty());
}

TEST(Config, LastLayerHasTheLastWordAndListsAddUp) {
  const Config config(
      {layer({entry("role", "pupil"), entry("patterns", "a"), entry("lang", "en")}),
       layer({entry("patterns", "b"), entry("patterns", "a"), entry("role", "manager")})});
  const Settings settings = config.settings("", names());
  EXPECT_EQ(settings.context.role, Role::manager);
  EXPECT_EQ(settings.language, Language::en);
  EXPECT_THAT(config.values("patterns"), ElementsAre("b", "a"));
}

TEST(Config, OneRuleSaysMoreThanItsFamilyWithinALayerAlone) {
  const Config within({layer({of_rule("conduct/insult", "severity", "advice"),
                              of_rule("conduct/*", "severity", "error")})});
  EXPECT_EQ(within.settings("", names()).rules.of(0).severity, Severity::advice);
  EXPECT_EQ(within.settings("", names()).rules.of(1).severity, Severity::error);
  const Config above({layer({of_rule("conduct/insult", "severity", "advice")}),
                      layer({of_rule("conduct/*", "severity", "off")})});
  EXPECT_TRUE(above.settings("", names()).rules.of(0).off);
}

Override only(std::vector<std::string> paths, std::vector<Channel> channels, Entry entry) {
  Override result;
  result.paths = std::move(paths);
  result.channels = std::move(channels);
  result.entries.push_back(std::move(entry));
  return result;
}

TEST(Config, OverridesFitByPathAndChannel) {
  const Override letters = only({"letters/**", "*.eml"}, {}, entry("audience", "parents"));
  const Override chat = only({}, {Channel::whatsapp}, entry("fail-on", "error"));
  const Config config({layer({entry("audience", "staff")}, {letters, chat})});
  const auto audience = [&](const char* path) {
    return config.settings(path, names()).context.audience;
  };
  EXPECT_EQ(audience("/school/letters/2026/may.txt"), Audience::parents);
  EXPECT_EQ(audience("/school/x/y.eml"), Audience::parents);
  EXPECT_EQ(audience("/elsewhere/y.eml"), Audience::parents);
  EXPECT_EQ(audience("/school/x/letters/may.txt"), Audience::staff);
  EXPECT_EQ(audience("/schools/letters/may.txt"), Audience::staff);
  EXPECT_EQ(audience(""), Audience::staff);
  EXPECT_EQ(config.settings("", names(), Channel::whatsapp).fail_on, FailOn::error);
  EXPECT_EQ(config.settings("", names(), Channel::unknown, Channel::whatsapp).fail_on,
            FailOn::error);
  EXPECT_EQ(config.settings("", names(), Channel::x, Channel::whatsapp).fail_on, FailOn::warning);
}

TEST(Config, ConfiguredChannelChoosesOverridesAndTheDraftsOwnWins) {
  const Override chat = only({}, {Channel::parro}, entry("role", "pupil"));
  const Config config({layer({entry("channel", "parro")}, {chat})});
  EXPECT_EQ(config.settings("", names()).context.role, Role::pupil);
  const Settings own = config.settings("", names(), Channel::x);
  EXPECT_EQ(own.context.channel, Channel::x);
  EXPECT_EQ(own.context.role, Role::unknown);
}

TEST(Config, LockedRulesOnlyGetHeavier) {
  const auto problems = [](std::vector<Entry> above) {
    return keys_of(
        Config({layer({entry("locked", "conduct/*")}), layer(std::move(above))}).check(names()));
  };
  EXPECT_THAT(problems({of_rule("conduct/insult", "severity", "error")}), ElementsAre());
  EXPECT_THAT(problems({of_rule("conduct/insult", "severity", "warning")}), ElementsAre());
  EXPECT_THAT(problems({of_rule("conduct/insult", "severity", "advice", 3)}),
              ElementsAre("config.locked:3"));
  EXPECT_THAT(problems({of_rule("conduct/*", "severity", "off", 4)}),
              ElementsAre("config.locked:4"));
  EXPECT_THAT(problems({of_rule("conduct/rumour", "ignore", "x", 5),
                        of_rule("conduct/rumour", "min-confidence", "0.9", 6)}),
              ElementsAre("config.locked:5", "config.locked:6"));
}

TEST(Config, ALockHoldsNotForItsOwnLayer) {
  const Config config(
      {layer({entry("locked", "conduct/*"), of_rule("conduct/insult", "severity", "off")})});
  EXPECT_THAT(keys_of(config.check(names())), ElementsAre());
  EXPECT_TRUE(config.settings("", names()).rules.of(0).off);
}

TEST(Config, AProtocolLocksToo) {
  const Config config(
      {layer({entry("protocol", "strict"), of_rule("conduct/rumour", "severity", "off", 7)})});
  EXPECT_THAT(keys_of(config.check(names())), ElementsAre("config.locked:7"));
}

TEST(Config, NamesMustBeKnown) {
  const Config config(
      {layer({entry("protocol", "strikt", 1), entry("locked", "conduct/insul", 2),
              of_rule("conduct/insul", "", "", 3), of_rule("conduct/*", "words", "x", 4),
              of_rule("organisation/missing-disclaimer", "words", "x", 5)})});
  EXPECT_THAT(keys_of(config.check(names())),
              ElementsAre("toml.unknown-value:1", "config.unknown-rule:2", "config.unknown-rule:3",
                          "config.no-words:4", "config.no-words:5"));
}

TEST(RuleSettings, HaveTheLastWordUnlessLocked) {
  RuleSetting off, lower, ignoring;
  off.off = true;
  lower.severity = Severity::advice;
  ignoring.ignore = {"sukkel"};
  const RuleSettings settings({off, lower, ignoring});
  Finding finding;
  finding.severity = Severity::error;
  EXPECT_FALSE(settings.apply(0, false, "x", finding));
  EXPECT_TRUE(settings.apply(0, true, "x", finding));
  EXPECT_TRUE(settings.apply(1, true, "x", finding));
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_TRUE(settings.apply(1, false, "x", finding));
  EXPECT_EQ(finding.severity, Severity::advice);
  EXPECT_FALSE(settings.apply(2, false, "SÚKKEL", finding));
  EXPECT_TRUE(settings.apply(2, false, "sukkels", finding));
}

// A handful of variables.
Variables variables(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const char* name) -> const char* {
    const auto found = values.find(name);
    return found != values.end() ? found->second.c_str() : nullptr;
  };
}

TEST(Environment, SaysWhereFilesAre) {
  const ConfigPlaces none = config_places(variables({}));
  EXPECT_EQ(none.system, "/etc/postlint/postlint.toml");
  EXPECT_EQ(none.user, "");
  EXPECT_EQ(config_places(variables({{"HOME", "/h"}})).user, "/h/.config/postlint/postlint.toml");
  EXPECT_EQ(config_places(variables({{"HOME", "/h"}, {"XDG_CONFIG_HOME", "/x"}})).user,
            "/x/postlint/postlint.toml");
  EXPECT_EQ(config_places(variables({{"HOME", "/h"}, {"XDG_CONFIG_HOME", "x"}})).user,
            "/h/.config/postlint/postlint.toml");
  EXPECT_EQ(config_places(variables({{"POSTLINT_SYSTEM_CONFIG", "/s"}})).system, "/s");
}

TEST(Environment, SetsValues) {
  Errors errors;
  const Layer layer = environment_layer(
      variables(
          {{"POSTLINT_FAIL_ON", "error"}, {"POSTLINT_PATTERNS", "a:b:"}, {"POSTLINT_ROLE", ""}}),
      errors);
  EXPECT_THAT(errors, ElementsAre());
  ASSERT_EQ(layer.entries.size(), 3U);
  EXPECT_EQ(layer.entries[0].origin.name, "POSTLINT_FAIL_ON");
  EXPECT_EQ(layer.entries[1].value, "a");
  EXPECT_EQ(layer.entries[2].value, "b");
  environment_layer(variables({{"POSTLINT_ROLE", "techer"}}), errors);
  EXPECT_THAT(keys_of(errors), ElementsAre("toml.unknown-value:0"));
}

TEST(Environment, KnowsItsVariables) {
  const std::vector<std::string> names = {"HOME",         "POSTLINT",         "POSTLINT_DATA",
                                          "POSTLINT_ROL", "POSTLINT_FAIL_ON", "POSTLINT_PROTOCOLS"};
  const std::vector<Message> messages = unknown_variables(names);
  ASSERT_EQ(messages.size(), 1U);
  const Message expected{
      "config.unknown-variable",
      {{"variable", std::string("POSTLINT_ROL")}, {"hint", std::string("POSTLINT_ROLE")}}};
  EXPECT_EQ(messages.front(), expected);
}

}  // namespace
}  // namespace postlint
