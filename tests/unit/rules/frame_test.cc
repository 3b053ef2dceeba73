// One sentence, in all its orders.
#include "postlint/rules/frame.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

// A rule of one frame, in a lexicon that has the list of negations.
RuleBook rule_of(const std::string& frame) {
  const std::string toml = R"(
[[define]]
id = "negation"
is = "[denying]"
[[rule]]
id = "test/blow"
title = "t"
message = "m"
[[rule.pattern]]
kind = "frame"
)" + frame + R"(
[rule.examples]
flag = ["«x»"]
pass = ["x"]
)";
  const auto specs = load_pattern_files({{"test.toml", toml}});
  if (!specs) ADD_FAILURE() << test::joined(specs.error());
  RuleBook start;
  start.lexicon = test::small_lexicon();
  EXPECT_TRUE(start.lexicon.add(test::list("denying", {"niet", "nooit", "geen"})).has_value());
  auto book = compile_rules(*specs, std::move(start));
  if (!book) ADD_FAILURE() << test::joined(book.error());
  book->finish();
  return std::move(*book);
}

constexpr const char* kBlow = R"toml(
subject    = "(ik|wij)"
verb       = "(sla|slaan)"
auxiliary  = "(ga|zal|wil)"
infinitive = "slaan"
object     = "(je|jou|jullie|hem)"
)toml";

struct Order {
  const char* text;
  const char* found;  // "": nothing
};

void expect(const std::string& frame, std::initializer_list<Order> orders) {
  const RuleBook book = rule_of(frame);
  for (const Order& order : orders) {
    const auto found = test::reported(book, order.text);
    EXPECT_EQ(found.empty() ? "" : found.front(), order.found) << order.text;
  }
}

TEST(Frame, HasAllOrdersOfAMainVerb) {
  expect(kBlow, {{"ik sla jou", "ik sla jou"},
                 {"ik sla straks echt jou", "ik sla straks echt jou"},
                 {"morgen sla ik je", "sla ik je"},
                 {"pas op dat ik je straks sla", "ik je straks sla"},
                 {"hij slaat jou", ""},
                 {"ik sla de bal naar het doel van jou", ""}});
}

TEST(Frame, HasAllOrdersOfAnInfinitive) {
  expect(kBlow, {{"ik ga je straks slaan", "ik ga je straks slaan"},
                 {"dan ga ik jullie slaan", "ga ik jullie slaan"},
                 {"wacht maar tot ik je ga slaan", "ik je ga slaan"},
                 {"weet dat ik je slaan zal", "ik je slaan zal"}});
}

TEST(Frame, IsNotThereWhereItIsDenied) {
  expect(kBlow,
         {{"ik sla nooit jou", ""}, {"ik ga je niet slaan", ""}, {"dan sla ik niet je", ""}});
}

TEST(Frame, MayAskForANegation) {
  const std::string belong = "subject = \"je\"\nverb = \"hoort\"\nobject = \"erbij\"\n";
  expect(belong + "negation = \"with\"\n", {{"je hoort er niet erbij", "je hoort er niet erbij"},
                                            {"je hoort niet erbij", "je hoort niet erbij"},
                                            {"je hoort erbij", ""}});
  expect(belong + "negation = \"either\"\n",
         {{"je hoort niet erbij", "je hoort niet erbij"}, {"je hoort erbij", "je hoort erbij"}});
}

TEST(Frame, MayHaveNoObject) {
  expect("subject = \"je\"\nverb = \"stinkt\"\n",
         {{"je stinkt", "je stinkt"},
          {"wat stinkt je", "stinkt je"},
          {"je zegt dat het stinkt", "je zegt dat het stinkt"}});
  expect("subject = \"je\"\nverb = \"stinkt\"\nbetween = 0\n", {{"je zegt dat het stinkt", ""}});
}

std::string errors_of(const std::string& frame) {
  const auto specs = load_pattern_files({{"test.toml", R"([[rule]]
id = "test/blow"
title = "t"
message = "m"
[[rule.pattern]]
kind = "frame"
)" + frame + R"(
[rule.examples]
flag = ["«x»"]
pass = ["x"]
)"}});
  return specs ? "" : test::joined(specs.error());
}

TEST(Frame, NeedsAVerb) {
  EXPECT_THAT(errors_of("subject = \"ik\"\n"), testing::HasSubstr("test.toml:5"));
  EXPECT_THAT(errors_of("subject = \"ik\"\n"), testing::HasSubstr("needs a 'verb'"));
  EXPECT_THAT(errors_of("subject = \"ik\"\ninfinitive = \"slaan\"\n"),
              testing::HasSubstr("needs a 'verb'"));
  EXPECT_THAT(errors_of("verb = \"sla\"\n"), testing::HasSubstr("'subject'"));
  EXPECT_THAT(errors_of("subject = \"ik\"\nverb = \"sla\"\nbetween = 13\n"),
              testing::HasSubstr("'between'"));
}

}  // namespace
}  // namespace postlint
