// Posts with inline marks.
#include "postlint/eval/posts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace postlint {
namespace {

const std::vector<std::string> kRules = {"personal-data/person-name", "personal-data/health",
                                         "organisation/wrong-channel"};

TEST(MarkedPosts, LoseTheirMarksAndKeepTheirPlaces) {
  const auto posts = read_marked_posts(
      R"({"id":"1","text":"⟦person-name|Zoë⟧ is ⟦health+person-name|ziek⟧.","document":["wrong-channel"]})",
      "p.jsonl", kRules);
  ASSERT_TRUE(posts.has_value());
  const GoldRecord& post = posts->front();
  EXPECT_EQ(post.text, "Zoë is ziek.");
  ASSERT_EQ(post.spans.size(), 3U);
  EXPECT_EQ(post.spans[0].span, (Span{0, 4}));
  EXPECT_EQ(post.spans[1].span.of(post.text), "ziek");
  EXPECT_EQ(post.spans[1].rule, "personal-data/health");
  EXPECT_EQ(post.spans[2].rule, "personal-data/person-name");
  EXPECT_THAT(post.document, testing::ElementsAre("organisation/wrong-channel"));
}

TEST(MarkedPosts, ComplainWithLineAndNearestName) {
  const auto posts = read_marked_posts(
      "{\"text\":\"⟦helth|ziek⟧\"}\n{\"text\":\"⟦health|ziek\"}\n{\"text\":\"⟦health⟧\"}\n",
      "p.jsonl", kRules);
  ASSERT_FALSE(posts.has_value());
  ASSERT_EQ(posts.error().size(), 3U);
  EXPECT_EQ(posts.error()[0].message.key, "gold.unknown-rule");
  EXPECT_EQ(posts.error()[0].line, 1U);
  EXPECT_EQ(posts.error()[1].message.key, "gold.bad-mark");
  EXPECT_EQ(posts.error()[1].line, 2U);
  EXPECT_EQ(posts.error()[2].message.key, "gold.bad-mark");
}

TEST(AnnotatedPosts, AreMarkedWhereTheNameOfTheFileSaysSo) {
  const std::string line = R"({"text":"⟦health|ziek⟧"})";
  EXPECT_EQ(read_annotated_posts(line, "a.marked.jsonl", kRules)->front().text, "ziek");
  EXPECT_EQ(read_annotated_posts(line, "a.jsonl", kRules)->front().text, "⟦health|ziek⟧");
}

}  // namespace
}  // namespace postlint
