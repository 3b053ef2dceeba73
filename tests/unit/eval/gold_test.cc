#include "postlint/eval/gold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/report/messages.h"

namespace postlint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> errors_in(std::string_view jsonl) {
  std::vector<std::string> lines;
  const auto records = read_gold(jsonl, "gold.jsonl");
  if (records) return lines;
  for (const Error& error : records.error()) lines.push_back(format_error(error, Language::en));
  return lines;
}

TEST(ReadGold, ReadsEveryField) {
  const auto records = read_gold(
      R"({"id":"a-1","text":"é 12","role":"pupil","account":"official","channel":"e-mail",)"
      R"("audience":"public","protocol":"twijs","note":"ignored",)"
      R"("spans":[{"start":3,"end":5,"rule":"personal-data/age"}],)"
      R"("document":["organisation/wrong-channel"]})"
      "\n",
      "gold.jsonl");
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 1U);
  const GoldRecord& record = records->front();
  EXPECT_EQ(record.id, "a-1");
  EXPECT_EQ(record.text, "é 12");
  EXPECT_EQ(record.context,
            (Context{Role::pupil, Account::official, Channel::email, Audience::open, "twijs"}));
  ASSERT_EQ(record.spans.size(), 1U);
  EXPECT_EQ(record.spans[0].span, (Span{3, 5}));
  EXPECT_EQ(record.spans[0].rule, "personal-data/age");
  EXPECT_THAT(record.document, ElementsAre("organisation/wrong-channel"));
  EXPECT_EQ(record.label, std::nullopt);
  EXPECT_EQ(record.file, "gold.jsonl");
  EXPECT_EQ(record.line, 1U);
  EXPECT_FALSE(record.is_clean());
}

TEST(ReadGold, OnlyTextMustBeThere) {
  const auto records =
      read_gold("\uFEFF{\"text\":\"a\"}\r\n\n  \n{\"text\":\"b\",\"role\":null}", "g");
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 2U);
  EXPECT_TRUE(records->at(0).is_clean());
  EXPECT_EQ(records->at(0).context, Context());
  EXPECT_EQ(records->at(1).text, "b");
  EXPECT_EQ(records->at(1).line, 4U);
}

TEST(ReadGold, ReadsLabels) {
  const auto records = read_gold(
      "{\"text\":\"a\",\"label\":\"hateful\",\"functionality\":\"leet\"}\n"
      "{\"text\":\"b\",\"label\":\"non-hateful\"}\n"
      "{\"text\":\"c\",\"label\":\"mild\"}\n",
      "g");
  ASSERT_TRUE(records);
  EXPECT_EQ(records->at(0).label, Label::hateful);
  EXPECT_EQ(records->at(0).functionality, "leet");
  EXPECT_EQ(records->at(1).label, Label::non_hateful);
  EXPECT_EQ(records->at(2).label, Label::mild);
}

TEST(ReadGold, SaysWhatIsWrongAndWhere) {
  struct Case {
    const char* line;
    const char* message;
  };
  constexpr Case kCases[] = {
      {"{", "gold.jsonl:1: This line is not valid JSON ("},
      {"[]", "gold.jsonl:1: Every line must be a JSON object."},
      {"{\"id\":\"a\"}", "gold.jsonl:1: The field 'text' is missing. It holds the post."},
      {"{\"text\":1}", "gold.jsonl:1: The field 'text' must be text."},
      {"{\"text\":\"a\",\"role\":\"pupl\"}",
       "gold.jsonl:1: The field 'role' knows no 'pupl'. Did you mean 'pupil'?"},
      {"{\"text\":\"a\",\"label\":\"hatefull\"}",
       "gold.jsonl:1: The field 'label' knows no 'hatefull'. Did you mean 'hateful'?"},
      {"{\"text\":\"a\",\"spans\":{}}", "gold.jsonl:1: The field 'spans' must be a list."},
      {"{\"text\":\"a\",\"spans\":[1]}", "gold.jsonl:1: The field 'spans' must be an object."},
      {"{\"text\":\"a\",\"spans\":[{\"start\":-1,\"end\":1,\"rule\":\"r\"}]}",
       "gold.jsonl:1: The field 'start' must be a number from 0."},
      {"{\"text\":\"a\",\"spans\":[{\"start\":0,\"end\":1}]}",
       "gold.jsonl:1: The field 'rule' must be text."},
      {"{\"text\":\"a\",\"spans\":[{\"start\":0,\"end\":2,\"rule\":\"r\"}]}",
       "gold.jsonl:1: The span 0-2 does not fit in a post of 1 byte."},
      {"{\"text\":\"ab\",\"spans\":[{\"start\":1,\"end\":1,\"rule\":\"r\"}]}",
       "gold.jsonl:1: The span 1-1 does not fit in a post of 2 bytes."},
      {"{\"text\":\"é\",\"spans\":[{\"start\":1,\"end\":2,\"rule\":\"r\"}]}",
       "gold.jsonl:1: The span 1-2 begins or ends inside a character. Count bytes of UTF-8."},
      {"{\"text\":\"a\",\"document\":[1]}", "gold.jsonl:1: The field 'document' must be text."},
      {"", "gold.jsonl: This file holds no post at all."},
  };
  for (const Case& c : kCases) {
    EXPECT_THAT(errors_in(c.line), ElementsAre(HasSubstr(c.message))) << c.line;
  }
}

TEST(ReadGold, TellsAllErrorsAtOnce) {
  EXPECT_THAT(errors_in("{\n{\"text\":\"a\"}\n[]\n{\"id\":\"x\",\"role\":\"boss\"}"),
              ElementsAre(HasSubstr("gold.jsonl:1:"), HasSubstr("gold.jsonl:3:"),
                          HasSubstr("'text' is missing"), HasSubstr("'boss'")));
}

}  // namespace
}  // namespace postlint
