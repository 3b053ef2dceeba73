#include "postlint/rules/context.h"

#include <gtest/gtest.h>

#include "postlint/rules/finding.h"

namespace postlint {
namespace {

TEST(Names, ReadBackAsWhatTheyName) {
  for (const auto name : role_names()) EXPECT_EQ(name_of(role_from(name).value()), name);
  for (const auto name : account_names()) EXPECT_EQ(name_of(account_from(name).value()), name);
  for (const auto name : channel_names()) EXPECT_EQ(name_of(channel_from(name).value()), name);
  for (const auto name : audience_names()) EXPECT_EQ(name_of(audience_from(name).value()), name);
}

TEST(Names, StandInTheOrderOfTheirEnum) {
  EXPECT_EQ(name_of(Role::parent), "parent");
  EXPECT_EQ(role_from("employee"), Role::employee);
  EXPECT_EQ(account_from("official"), Account::official);
  EXPECT_EQ(channel_from("facebook"), Channel::facebook);
  EXPECT_EQ(channel_from("social-schools"), Channel::social_schools);
  EXPECT_EQ(channel_from("e-mail"), Channel::email);
  EXPECT_EQ(channel_from("forum"), Channel::forum);
  EXPECT_EQ(audience_from("public"), Audience::open);
  EXPECT_EQ(audience_from("one-to-one"), Audience::one_to_one);
  EXPECT_EQ(severity_from("advice"), Severity::advice);
  EXPECT_EQ(severity_from("error"), Severity::error);
  EXPECT_EQ(name_of(Verdict::allow), "allow");
  EXPECT_EQ(name_of(Verdict::block), "block");
}

TEST(Names, UnknownOnesAreNothing) {
  EXPECT_EQ(role_from("unknown"), std::nullopt);
  EXPECT_EQ(role_from(""), std::nullopt);
  EXPECT_EQ(channel_from("Facebook"), std::nullopt);
  EXPECT_EQ(severity_from("fatal"), std::nullopt);
}

}  // namespace
}  // namespace postlint
