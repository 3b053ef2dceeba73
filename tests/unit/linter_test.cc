#include "postlint/linter.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/eval/examples.h"
#include "postlint/report/messages.h"

namespace postlint {
namespace {

LoadOptions built_in() {
  LoadOptions options;
  options.data_directory = POSTLINT_DATA_DIR;
  return options;
}

class LinterTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { loaded_ = new Linter::LoadResult(Linter::load(built_in())); }
  static void TearDownTestSuite() { delete loaded_; }

  void SetUp() override {
    for (const Error& error : loaded_->errors) ADD_FAILURE() << format_error(error, Language::en);
    ASSERT_NE(loaded_->linter, nullptr);
  }
  static const Linter& linter() { return *loaded_->linter; }

 private:
  static Linter::LoadResult* loaded_;
};

Linter::LoadResult* LinterTest::loaded_ = nullptr;

// A report in one line a finding.
std::string shown(const Report& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    text += finding.rule->id;
    if (finding.span)
      text += " " + std::to_string(finding.span->begin) + "-" + std::to_string(finding.span->end);
    text += "\n";
  }
  return text;
}

TEST_F(LinterTest, FindsAndJudges) {
  const Report report = linter().check({"haar BSN is 123456782", {}});
  EXPECT_EQ(shown(report), "personal-data/bsn 12-21\n");
  EXPECT_EQ(report.verdict, Verdict::block);
  EXPECT_EQ(report.findings.front().fix->replacement, "[BSN]");
  EXPECT_FALSE(report.findings.front().ask.nl.empty());
}

TEST_F(LinterTest, SpansCountTheAuthorsOwnBytes) {
  // A zero-width space, an invalid byte and a decomposed letter stand before the number.
  const std::string text =
      "a\xE2\x80\x8B"
      "b \xFF e\xCC\x81 BSN 123456782";
  const Report report = linter().check({text, {}});
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings.front().span->of(text), "123456782");
  EXPECT_EQ(report.repaired, 1U);
}

TEST_F(LinterTest, TheSameDraftGivesTheSameReport) {
  const std::string text =
      "Bel 06-12345678 of mail jan@gmail.com, NL91ABNA0417164300, kenteken 8-XKR-23";
  Linter::Scratch scratch(linter());
  const std::string first = shown(linter().check({text, {}}, scratch));
  linter().check({"iets heel anders met 123456782", {}}, scratch);
  EXPECT_EQ(shown(linter().check({text, {}}, scratch)), first);
}

TEST_F(LinterTest, ServesManyThreads) {
  const std::string text = "Bel 06-12345678, BSN 123456782, mail jan@gmail.com";
  const std::string expected = shown(linter().check({text, {}}));
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& result : found) {
    threads.emplace_back([&] {
      Linter::Scratch scratch(linter());
      for (int i = 0; i < 20; ++i) result = shown(linter().check({text, {}}, scratch));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(found, testing::Each(expected));
}

// Each step as "key: detail (place): words".
std::vector<std::string> shown_steps(const std::vector<EvidenceStep>& steps) {
  std::vector<std::string> all;
  for (const EvidenceStep& step : steps) {
    const std::string file = step.where.substr(0, step.where.find(':'));
    all.push_back(step.what + ": " + step.detail + " (" + file + "): " + step.words);
  }
  return all;
}

TEST_F(LinterTest, ExplainsFindingsAndWhatIsNone) {
  Linter::Scratch scratch(linter());
  CheckOptions options;
  options.explain = true;
  const Report report =
      linter().check({"Ordernummer 123456782 is verzonden naar school. Haar BSN is 123456782", {}},
                     scratch, options);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_THAT(
      shown_steps(report.findings.front().steps),
      testing::Contains("evidence.raise: bsn (patterns/personal-data/identifiers.toml): BSN"));
  const auto ordered =
      std::find_if(report.explanations.begin(), report.explanations.end(),
                   [](const Explanation& it) { return it.rule->id == "personal-data/bsn"; });
  ASSERT_NE(ordered, report.explanations.end());
  EXPECT_EQ(ordered->span, (Span{12, 21}));
  EXPECT_THAT(shown_steps(ordered->steps), testing::Contains(testing::HasSubstr("Ordernummer")));
}

TEST_F(LinterTest, ExplainsNothingUnasked) {
  const Report report = linter().check({"Haar BSN is 123456782", {}});
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_TRUE(report.findings.front().steps.empty());
  EXPECT_TRUE(report.explanations.empty());
}

TEST_F(LinterTest, KnowsItsRulesByName) {
  EXPECT_NE(linter().find_rule("personal-data/bsn"), nullptr);
  EXPECT_EQ(linter().find_rule("personal-data/bsm"), nullptr);
  EXPECT_THAT(linter().protocols(), testing::Contains("general"));
  for (std::size_t i = 1; i < linter().rules().size(); ++i) {
    EXPECT_LT(linter().rules()[i - 1].id, linter().rules()[i].id);
  }
}

TEST(LinterLoad, ReportsEverythingThatIsWrong) {
  LoadOptions options = built_in();
  options.pattern_files = {"/no/such/patterns.toml"};
  options.word_lists = {"/no/such/words.txt"};
  const auto loaded = Linter::load(options);
  EXPECT_EQ(loaded.linter, nullptr);
  std::vector<std::string> files;
  for (const Error& error : loaded.errors) files.push_back(error.file);
  EXPECT_THAT(files, testing::UnorderedElementsAre("/no/such/patterns.toml", "/no/such/words.txt"));
}

TEST(LinterLoad, SaysWhenItsDataAreMissing) {
  LoadOptions options;
  options.data_directory = "/no/such/place";
  const auto loaded = Linter::load(options);
  EXPECT_EQ(loaded.linter, nullptr);
  ASSERT_FALSE(loaded.errors.empty());
  EXPECT_EQ(loaded.errors.front().file, "/no/such/place/lexicon.dat");
}

// A data file whole, as a program reads it that has no file system of its own.
std::string data_file(const char* name) {
  std::ifstream file(std::string(POSTLINT_DATA_DIR) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(LinterLoad, TakesItsDataAsBytes) {
  const std::string lexicon = data_file("lexicon.dat");
  std::string rules = data_file("rules.dat");
  const std::string model = data_file("model.dat");
  LoadOptions options;
  options.data_directory = "/no/such/place";
  const auto loaded = Linter::load(options, {lexicon, rules, model});
  for (const Error& error : loaded.errors) ADD_FAILURE() << format_error(error, Language::en);
  ASSERT_NE(loaded.linter, nullptr);
  rules.assign(rules.size(), '\0');
  const char* draft = "Haar BSN is 123456782, bel Karin Jansen op 06-12345678";
  const auto from_files = Linter::load(built_in());
  EXPECT_EQ(shown(loaded.linter->check({draft, {}})), shown(from_files.linter->check({draft, {}})));
  EXPECT_THAT(shown(loaded.linter->check({draft, {}})), testing::HasSubstr("personal-data/bsn"));
}

TEST(LinterLoad, SaysWhatIsWrongWithBytes) {
  const std::string lexicon = data_file("lexicon.dat");
  const std::string rules = data_file("rules.dat");
  const std::string model = data_file("model.dat");
  const auto file_of = [](const DataBytes& data) {
    const auto loaded = Linter::load({}, data);
    EXPECT_EQ(loaded.linter, nullptr);
    return loaded.errors.empty() ? "" : loaded.errors.front().file;
  };
  EXPECT_EQ(file_of(DataBytes()), "lexicon.dat");
  EXPECT_EQ(file_of({rules, rules, model}), "lexicon.dat");
  EXPECT_EQ(file_of({lexicon, std::string_view(rules).substr(1), model}), "rules.dat");
  EXPECT_EQ(file_of({lexicon, std::string_view(rules).substr(0, rules.size() / 2), model}),
            "rules.dat");
  EXPECT_EQ(file_of({lexicon, rules, {}}), "model.dat");
  EXPECT_EQ(file_of({lexicon, rules, lexicon}), "model.dat");
  EXPECT_EQ(file_of({lexicon, rules, std::string_view(model).substr(0, model.size() / 2)}),
            "model.dat");
}

// The heart of the rules: every example in every pattern file.
TEST(Examples, AllHold) {
  const ExampleRun run = run_examples(built_in());
  for (const Error& failure : run.failures) ADD_FAILURE() << format_error(failure, Language::en);
  EXPECT_GT(run.rules, 0U);
  EXPECT_GE(run.examples, 2 * run.rules);
}

}  // namespace
}  // namespace postlint
