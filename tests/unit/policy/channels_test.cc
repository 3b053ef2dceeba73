// What packs tell of channels: whom a draft is for when nobody says, and how long it may be.
#include "postlint/policy/channels.h"

#include <ostream>

#include <gtest/gtest.h>

#include "postlint/linter.h"
#include "postlint/policy/policy.h"
#include "unit/support.h"

namespace postlint {
namespace {

const Linter& linter() {
  static const auto loaded = Linter::load({.data_directory = POSTLINT_DATA_DIR});
  return *loaded.linter;
}

struct Case {
  Channel channel;
  Role role;
  Audience given;
  Nature nature;      // expected
  Audience audience;  // expected
};

std::ostream& operator<<(std::ostream& out, const Case& it) {
  return out << name_of(it.role) << " on " << name_of(it.channel);
}

class Channels : public testing::TestWithParam<Case> {};

TEST_P(Channels, ImplyAnAudience) {
  const Case& it = GetParam();
  Context context;
  context.channel = it.channel;
  context.role = it.role;
  context.audience = it.given;
  const Context completed = linter().completed(context);
  EXPECT_EQ(completed.nature, it.nature);
  EXPECT_EQ(completed.audience, it.audience);
}

INSTANTIATE_TEST_SUITE_P(
    OfTheGeneralPack, Channels,
    testing::Values(
        Case{Channel::facebook, Role::unknown, Audience::unknown, Nature::open, Audience::open},
        Case{Channel::blog, Role::pupil, Audience::unknown, Nature::open, Audience::open},
        Case{Channel::facebook, Role::employee, Audience::staff, Nature::open, Audience::staff},
        Case{Channel::parro, Role::employee, Audience::unknown, Nature::portal, Audience::parents},
        Case{Channel::press, Role::manager, Audience::unknown, Nature::press, Audience::press},
        Case{Channel::sms, Role::pupil, Audience::unknown, Nature::one_to_one,
             Audience::one_to_one},
        Case{Channel::whatsapp, Role::parent, Audience::unknown, Nature::group_chat,
             Audience::parents},
        Case{Channel::snapchat, Role::pupil, Audience::unknown, Nature::group_chat,
             Audience::pupils},
        Case{Channel::whatsapp, Role::employee, Audience::unknown, Nature::group_chat,
             Audience::unknown},
        Case{Channel::email, Role::parent, Audience::unknown, Nature::mail, Audience::unknown},
        Case{Channel::unknown, Role::parent, Audience::unknown, Nature::unknown,
             Audience::unknown}));

TEST(ChannelsOfPacks, AllHaveANature) {
  for (const std::string_view name : channel_names()) {
    Context context;
    context.channel = *channel_from(name);
    EXPECT_NE(linter().completed(context).nature, Nature::unknown) << name;
  }
}

// A pack of a school where Teams is the parents' portal, beside the general one.
Policy policy_of_school() {
  const char* const kGeneral = R"(id = "general"
title = "t"
[[channel]]
name = "teams"
nature = "group-chat"
characters = 28000
[[channel]]
name = "x"
characters = 280
[[nature]]
name = "portal"
audience = "parents")";
  const char* const kSchool = R"(id = "eik"
title = "t"
[[channel]]
name = "teams"
nature = "portal"
brief = 100
[[nature]]
name = "portal"
when = { role = ["pupil"] }
audience = "pupils")";
  auto packs = load_protocols({{"general.toml", kGeneral}, {"eik.toml", kSchool}}, {});
  if (!packs) ADD_FAILURE() << test::joined(packs.error());
  return Policy(packs ? packs->protocols : std::vector<Protocol>{});
}

TEST(ChannelsOfPacks, LetAPackHaveItsOwnAndTheSettingsTheLastWord) {
  const Policy policy = policy_of_school();
  Context context;
  context.channel = Channel::teams;
  context.protocol = "eik";
  EXPECT_EQ(policy.completed(context).audience, Audience::parents);
  EXPECT_EQ(policy.completed(context).brief, 100U);
  EXPECT_EQ(policy.completed(context).characters, 28000U) << "as the general pack has it";
  context.role = Role::pupil;
  EXPECT_EQ(policy.completed(context).audience, Audience::pupils);
  context.nature = Nature::mail;
  context.characters = 50;
  EXPECT_EQ(policy.completed(context).audience, Audience::unknown);
  EXPECT_EQ(policy.completed(context).characters, 50U);
  EXPECT_EQ(policy.completed({}), Context{}) << "nothing is known of an unknown channel";
}

TEST(ChannelsOfPacks, AreToldWhatIsWrong) {
  const char* const kText = R"(id = "eik"
title = "t"
[[channel]]
name = "tweets"
[[channel]]
nature = "groep-chat"
characters = 0
[[nature]]
name = "mail")";
  const auto loaded = load_protocols({{"eik.toml", kText}}, {});
  ASSERT_FALSE(loaded.has_value());
  const std::string errors = test::joined(loaded.error());
  for (const char* part :
       {"eik.toml:4:8: 'name' cannot be 'tweets'.", "eik.toml:5:1: The key 'name' is missing",
        "eik.toml:6:10: 'nature' cannot be 'groep-chat'. Did you mean 'group-chat'?",
        "eik.toml:7:14: The value of 'characters' is not between",
        "eik.toml:8:1: The key 'audience' is missing"})
    EXPECT_NE(errors.find(part), std::string::npos) << part << "\n" << errors;
}

TEST(LengthPatterns, FindWhatIsLongerThanTheChannelHasIt) {
  const RuleBook book = test::rules_from(
      test::rule_with("kind = \"length\"\nover = \"brief\"", "reports = \"draft\"\n"));
  Context context;
  context.brief = 5;
  EXPECT_EQ(test::reported(book, "abcde", context).size(), 0U);
  EXPECT_EQ(test::reported(book, "abcdef", context).size(), 1U);
  EXPECT_EQ(test::reported(book, "ééééé", context).size(), 0U) << "not bytes";
  EXPECT_EQ(test::reported(book, "😀😀😀", context).size(), 1U) << "two units each";
  context.brief = 0;
  EXPECT_EQ(test::reported(book, "abcdef", context).size(), 0U) << "no limit is known";
}

}  // namespace
}  // namespace postlint
