// What spares the detector work must not change what it finds: with each short cut and without it,
// the same candidates, down to the steps that --explain shows.
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "postlint/detect/detector.h"
#include "postlint/load/data_files.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

RuleBook built_in_rules() {
  auto loaded = DataFiles({.data_directory = POSTLINT_DATA_DIR}).load();
  EXPECT_TRUE(loaded.has_value());
  return loaded ? std::move(loaded->book) : RuleBook();
}

// Rules that try every phrase at each of its anchors, whatever stands beside it.
RuleBook rules_without_masks() {
  RuleBook book = built_in_rules();
  book.phrases.masks.assign(book.phrases.masks.size(), TokenMask::everything());
  book.anchors = AnchorIndex(book.phrases, book.lexicon);
  return book;
}

// Rules that try every phrase, whatever the text lacks.
RuleBook rules_without_needs() {
  RuleBook book = built_in_rules();
  for (Program& program : book.phrases.programs) program.needs = {};
  return book;
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

// Each annotated post, the clean texts and the inputs of the fuzzers.
std::vector<std::string> written_drafts() {
  const fs::path tests = fs::path(POSTLINT_SOURCE_DIR) / "tests";
  std::vector<std::string> drafts;
  for (const char* file : {"conduct.jsonl", "personal.jsonl", "protocols-clean.jsonl"}) {
    std::istringstream lines(content_of(tests / "corpus" / file));
    for (std::string line; std::getline(lines, line);)
      drafts.push_back(nlohmann::json::parse(line)["text"]);
  }
  for (const fs::path& folder : {tests / "corpus/known-clean", tests / "fuzz/inputs/check"}) {
    for (const auto& entry : fs::directory_iterator(folder))
      drafts.push_back(content_of(entry.path()));
  }
  return drafts;
}

// Words that phrases name, in any order, with marks between: nearly phrases, and now and then one.
std::vector<std::string> mixed_drafts(const PhraseBook& book, std::size_t count) {
  constexpr std::string_view kBetween[] = {
      " ",   " ",   " ", " ",  ", ", ". ",      " \"",
      "\" ", " 😡 ", "-", "\n", "! ", " Sanne ", " 06-12345678 "};
  std::mt19937 random(7);
  std::vector<std::string> drafts(count);
  for (std::string& draft : drafts) {
    while (draft.size() < 300) {
      const std::string& source = book.sources[random() % book.sources.size()];
      std::istringstream words(source.substr(random() % source.size()));
      std::string word;
      for (std::size_t i = random() % 9; i > 0 && words >> word; --i) {
        std::erase_if(word, [](char c) {
          return std::string_view("()|?[]<>«»{},~*!^$").find(c) != std::string_view::npos;
        });
        draft += word;
        draft += kBetween[random() % std::size(kBetween)];
      }
    }
  }
  return drafts;
}

std::string described(const Candidate& it, const RuleBook& book) {
  std::ostringstream out;
  out << book.rules[it.rule].rule.id << ' ' << it.pattern << ' ' << it.span.begin << '-'
      << it.span.end << ' ' << it.confidence << (it.reported ? " reported" : "");
  for (const EvidenceStep& step : it.steps) out << "\n  " << step.what << " " << step.detail;
  return out.str();
}

std::string found(Detector& detector, const RuleBook& book, const std::string& text) {
  Tokenizer tokenizer;
  Document document;
  document.assign(text, tokenizer);
  std::string all;
  for (const Candidate& it : detector.detect(document, {}, {.explain = true}))
    all += described(it, book) + "\n";
  return all;
}

void expect_same(const RuleBook& with, const RuleBook& without,
                 const std::vector<std::string>& drafts) {
  Detector short_cut(with);
  Detector plain(without);
  for (const std::string& draft : drafts)
    EXPECT_EQ(found(short_cut, with, draft), found(plain, without, draft)) << draft;
}

TEST(ShortCuts, MasksOfNeighboursRuleOutNoMatch) {
  const RuleBook with = built_in_rules();
  const RuleBook without = rules_without_masks();
  expect_same(with, without, written_drafts());
  expect_same(with, without, mixed_drafts(with.phrases, 400));
}

TEST(ShortCuts, NeedsOfPhrasesRuleOutNoMatch) {
  const RuleBook with = built_in_rules();
  const RuleBook without = rules_without_needs();
  expect_same(with, without, written_drafts());
  expect_same(with, without, mixed_drafts(with.phrases, 400));
}

// Short texts and long ones are looked through in different ways.
TEST(ShortCuts, NeedsOfExpressionsRuleOutNoMatch) {
  const RuleBook book = built_in_rules();
  std::vector<std::string> drafts = written_drafts();
  for (std::size_t i = 0; i < 10; ++i) {
    std::string& together = drafts.emplace_back();
    for (std::size_t draft = i; draft < drafts.size(); draft += 10)
      together += drafts[draft] + "\n";
  }
  const std::size_t count = book.regexes.entries().size();
  std::vector<int> possible;
  for (const std::string& draft : drafts) {
    book.regexes.find_occurring(draft, possible);
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (std::binary_search(possible.begin(), possible.end(), static_cast<int>(i))) continue;
      EXPECT_FALSE(book.regexes.find(static_cast<std::uint32_t>(i), draft, 0, end))
          << book.regexes.entries()[i].expression << "\n"
          << draft;
    }
  }
}

}  // namespace
}  // namespace postlint
