// Ordinary Dutch that nobody should hear a warning about: tests/corpus/known-clean, a sentence a
// line.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "postlint/linter.h"

namespace postlint {
namespace {

std::vector<std::string> sentences() {
  std::vector<std::string> lines;
  for (const auto& file :
       std::filesystem::directory_iterator(POSTLINT_SOURCE_DIR "/tests/corpus/known-clean")) {
    std::ifstream text(file.path());
    for (std::string line; std::getline(text, line);) {
      if (!line.empty() && line.front() != '#') lines.push_back(line);
    }
  }
  return lines;
}

TEST(CleanCorpus, OneInTwoHundredSentencesAtMostGetsAWarning) {
  LoadOptions options;
  options.data_directory = POSTLINT_DATA_DIR;
  const auto loaded = Linter::load(options);
  ASSERT_NE(loaded.linter, nullptr);
  Linter::Scratch scratch(*loaded.linter);
  const std::vector<std::string> all = sentences();
  ASSERT_GE(all.size(), 200U);
  std::size_t warned = 0;
  std::string which;
  for (const std::string& sentence : all) {
    const Report report = loaded.linter->check({sentence, {}}, scratch);
    if (report.verdict == Verdict::allow) continue;
    ++warned;
    which += "\n  " + report.findings.front().rule->id + ": " + sentence;
  }
  EXPECT_LE(warned * 200, all.size()) << warned << " of " << all.size() << which;
}

}  // namespace
}  // namespace postlint
