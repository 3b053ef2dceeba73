// What each line of a pattern file is good for.
#include "postlint/eval/proof.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"
#include "unit/temporary_folder.h"

namespace postlint {
namespace {

constexpr const char* kRules = R"(
[[signal]]
id = "stable"
[[signal.pattern]]
kind = "phrase"
match = ["op stal"]

[[rule]]
id = "test/animal"
title = "t"
message = "m"
[[rule.veto]]
words = ["ansichtkaart van"]
window = "sentence"
[[rule.pattern]]
kind = "phrase"
match = ["koe", "paard", "kip"]
except = ["geen koe", "geen geit"]
[[rule.pattern.lower]]
words = ["<stable>"]
window = "sentence"
to = 0.1
[rule.examples]
flag = ["de «koe» loeit", "«paard»"]
pass = ["dit is geen koe", "de koe staat op stal"]
)";

class Proving : public testing::Test {
 protected:
  Proof prove(const std::vector<std::string>& posts) {
    LoadOptions options;
    options.data_directory = POSTLINT_DATA_DIR;
    options.without_built_in_rules = true;
    options.pattern_files = {folder_.write("rules.toml", kRules)};
    return prove_rules(options, posts);
  }
  test::TemporaryFolder folder_;
};

// "use phrase: examples, posts, right"
std::vector<std::string> shown(const Proof& proof) {
  std::vector<std::string> lines;
  for (const ProvedLine& it : proof.lines) {
    lines.push_back(std::string(name_of(it.use)) + " " + it.source.text + ": " +
                    std::to_string(it.examples) + ", " + std::to_string(it.posts) + ", " +
                    std::to_string(it.right));
  }
  return lines;
}

TEST_F(Proving, CountsExamplesAndPosts) {
  const std::string posts = folder_.write("posts.jsonl", R"({"text":"een ⟦animal|koe⟧ en een koe"}
{"text":"geen koe maar een kip"}
{"text":"het staat op stal"}
)");
  const Proof proof = prove({posts});
  EXPECT_EQ(proof.posts, 3U);
  EXPECT_THAT(shown(proof),
              testing::UnorderedElementsAre(
                  "match op stal: 1, 1, 0", "veto ansichtkaart van: 0, 0, 0", "match koe: 3, 2, 1",
                  "match paard: 1, 0, 0", "match kip: 0, 1, 0", "except geen koe: 1, 1, 0",
                  "except geen geit: 0, 0, 0", "lower <stable>: 1, 0, 0"));
}

TEST_F(Proving, SaysWhereALineStands) {
  const Proof proof = prove({});
  const auto kip = std::find_if(proof.lines.begin(), proof.lines.end(),
                                [](const ProvedLine& it) { return it.source.text == "kip"; });
  ASSERT_NE(kip, proof.lines.end());
  EXPECT_EQ(kip->rule, "test/animal");
  EXPECT_EQ(kip->source.place.line, 17U);
  EXPECT_TRUE(kip->proves_nothing());
  EXPECT_TRUE(proof.lines.back().is_signal);
}

TEST_F(Proving, NamesPostsThatAreWrong) {
  const std::string posts = folder_.write("posts.jsonl", R"({"text":"⟦plant|boom⟧"})");
  EXPECT_THAT(test::joined(prove({posts}).errors), testing::HasSubstr("posts.jsonl:1"));
  EXPECT_THAT(test::joined(prove({"/no/such/file"}).errors), testing::HasSubstr("/no/such/file"));
}

}  // namespace
}  // namespace postlint
