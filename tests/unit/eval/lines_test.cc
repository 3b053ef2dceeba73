// Rules stay small: what is counted here may only become less. Each line of a pattern must be
// proved by an example or by an annotated post (postlint rules test --prove).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "postlint/eval/proof.h"
#include "unit/support.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> posts() {
  std::vector<std::string> files;
  for (const auto& entry :
       fs::recursive_directory_iterator(POSTLINT_SOURCE_DIR "/patterns/posts")) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path().string());
  }
  return files;
}

const Proof& proof() {
  static const Proof kProof = [] {
    LoadOptions options;
    options.data_directory = POSTLINT_DATA_DIR;
    return prove_rules(options, posts());
  }();
  return kProof;
}

bool is_meaning(const ProvedLine& line) {
  return line.source.place.file.find("/conduct/") != std::string::npos ||
         line.source.place.file.find("/confidential/") != std::string::npos;
}

template <typename Test>
std::ptrdiff_t count(Test test) {
  EXPECT_EQ(test::joined(proof().errors), "");
  EXPECT_GT(proof().posts, 10'000U);
  return std::count_if(proof().lines.begin(), proof().lines.end(), test);
}

TEST(Lines, OfMeaningAreFew) {
  EXPECT_LE(count([](const ProvedLine& it) { return is_meaning(it) && it.use == LineUse::match; }),
            900);
}

TEST(Lines, AreProved) {
  EXPECT_LE(
      count([](const ProvedLine& it) { return it.use == LineUse::match && it.proves_nothing(); }),
      45);
  EXPECT_LE(
      count([](const ProvedLine& it) { return it.use == LineUse::except && it.proves_nothing(); }),
      100);
  EXPECT_LE(count([](const ProvedLine& it) {
              return it.use != LineUse::match && it.use != LineUse::except && it.proves_nothing();
            }),
            325);
}

TEST(Lines, AreReadable) {
  EXPECT_LE(count([](const ProvedLine& it) {
              return is_meaning(it) && it.source.as_written().size() > 150;
            }),
            440);
}

TEST(Lines, FillAFileOfAScreenOrTwo) {
  std::ptrdiff_t long_files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(POSTLINT_SOURCE_DIR "/patterns")) {
    if (entry.path().extension() != ".toml" || entry.path().parent_path().filename() == "protocols")
      continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    long_files += std::count(text.begin(), text.end(), '\n') > 300;
  }
  EXPECT_LE(long_files, 6);
}

}  // namespace
}  // namespace postlint
