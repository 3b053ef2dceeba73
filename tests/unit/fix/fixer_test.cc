#include "postlint/fix/fixer.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/eval/posts.h"
#include "postlint/rules/masks.h"
#include "unit/support.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

const Linter& linter() {
  static const auto loaded = Linter::load({.data_directory = POSTLINT_DATA_DIR});
  return *loaded.linter;
}

Pseudonyms numbers() { return Pseudonyms(); }
Pseudonyms codes() { return Pseudonyms(*PseudonymKey::from("0123456789abcdef", "key")); }

Fixed fix(const Draft& draft, Pseudonyms* labels, std::vector<std::string> rules = {}) {
  static Linter::Scratch scratch(linter());
  return fix(draft, linter(), scratch, {std::move(rules), labels, {}});
}

std::string masked(std::string_view text, std::vector<std::string> rules = {}) {
  return fix({text}, nullptr, std::move(rules)).text;
}

std::string labelled(std::string_view text, Pseudonyms labels) { return fix({text}, &labels).text; }

TEST(Fixer, MasksWhatHasAMask) {
  EXPECT_EQ(masked("haar BSN is 123456782"), "haar BSN is [BSN]");
  EXPECT_EQ(masked("Bel 06-12345678 of mail jan@gmail.com!"), "Bel [TELEFOON] of mail [E-MAIL]!");
  EXPECT_EQ(masked("Niets aan de hand."), "Niets aan de hand.");
  EXPECT_EQ(masked(""), "");
}

TEST(Fixer, LeavesEveryOtherByteAsItIs) {
  EXPECT_EQ(masked("\xEF\xBB\xBF"
                   "BSN 123456782\r\n\xFF\xC3\r\n\x01\t\xE2\x80\x8B BSN 123456782"),
            "\xEF\xBB\xBF"
            "BSN [BSN]\r\n\xFF\xC3\r\n\x01\t\xE2\x80\x8B BSN [BSN]");
}

TEST(Fixer, FixesTheChosenRulesAlone) {
  const std::string text = "BSN 123456782, bel 06-12345678";
  EXPECT_EQ(masked(text, {"personal-data/bsn"}), "BSN [BSN], bel 06-12345678");
  EXPECT_EQ(masked(text, {"confidential/*"}), text);
  EXPECT_EQ(masked(text, {"personal-data/*"}), "BSN [BSN], bel [TELEFOON]");
}

TEST(Fixer, KeepsPeopleApartAndTogether) {
  EXPECT_EQ(
      labelled("Sanne de Vries belt Tom Bakker. Daarna belt Sanne. Daans jas hangt bij de jas "
               "van Daan.",
               numbers()),
      "[NAAM-1] belt [NAAM-2]. Daarna belt [NAAM-1]. [NAAM-3]s jas hangt bij de jas "
      "van [NAAM-3].");
  EXPECT_EQ(labelled("Bel 06-12345678, of +31 6 12345678, of 06-87654321.", numbers()),
            "Bel [TELEFOON-1], of [TELEFOON-1], of [TELEFOON-2].");
}

TEST(Fixer, NumbersOneRunThroughout) {
  Pseudonyms run;
  run.reserve("bel [TELEFOON-7]", Masks(linter().rules()));
  EXPECT_EQ(fix({"bel 06-12345678"}, &run).text, "bel [TELEFOON-8]");
  EXPECT_EQ(fix({"bel 06-87654321 of 06-12345678"}, &run).text, "bel [TELEFOON-9] of [TELEFOON-8]");
}

TEST(Fixer, GivesTheSameCodesInEveryRun) {
  Pseudonyms run = codes();
  fix({"bel 06-87654321"}, &run);
  EXPECT_EQ(fix({"bel +31612345678"}, &run).text, labelled("bel 06-12345678", codes()));
}

// What it promises of any text, in any way of fixing.
void expect_promises(const Draft& draft, std::optional<Pseudonyms> labels) {
  const Masks masks(linter().rules());
  if (labels) labels->reserve(draft.text, masks);
  const Fixed first = fix(draft, labels ? &*labels : nullptr);
  ASSERT_TRUE(first.complete) << draft.text;
  EXPECT_EQ(with_edits(draft.text, first.edits), first.text);
  std::uint32_t done = 0;
  for (const Edit& edit : first.edits) {
    EXPECT_LE(done, edit.span.begin);
    EXPECT_LT(edit.span.begin, edit.span.end);
    EXPECT_TRUE(masks.at(edit.replacement, 0).has_value()) << edit.replacement;
    done = edit.span.end;
  }
  for (const Finding& finding : linter().check({first.text, draft.context}).findings)
    EXPECT_FALSE(finding.fix.has_value()) << finding.rule->id << " in " << first.text;
  const Fixed again = fix({first.text, draft.context}, labels ? &*labels : nullptr);
  EXPECT_EQ(again.text, first.text) << draft.text;
}

std::vector<fs::path> files_of_posts() {
  std::vector<fs::path> files;
  for (const char* folder : {"/tests/corpus", "/patterns/posts/known"}) {
    for (const auto& entry : fs::directory_iterator(std::string(POSTLINT_SOURCE_DIR) + folder)) {
      if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    }
  }
  return files;
}

TEST(Fixer, KeepsItsPromisesForEveryAnnotatedPost) {
  std::vector<std::string> rules;
  for (const Rule& rule : linter().rules()) rules.push_back(rule.id);
  std::size_t posts = 0;
  std::size_t changed = 0;
  for (const fs::path& path : files_of_posts()) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto records = read_annotated_posts(text, path.string(), rules);
    ASSERT_TRUE(records.has_value()) << test::joined(records.error());
    for (const GoldRecord& record : *records) {
      for (const auto& labels : {std::optional<Pseudonyms>(), {numbers()}, {codes()}})
        expect_promises({record.text, record.context}, labels);
      ++posts;
      changed += masked(record.text) != record.text;
    }
  }
  EXPECT_GT(posts, 5000U);
  EXPECT_GT(changed, 50U);
}

}  // namespace
}  // namespace postlint
