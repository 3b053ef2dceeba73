// The words of other programs (lib/postlint/vocabulary): lists and nothing else, as headers are
// made of them, each word once and as texts are compared with it, and none of them in code.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/ingest/characters.h"
#include "postlint/toml/reader.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

const fs::path kLibrary = POSTLINT_SOURCE_DIR "/lib/postlint";

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct VocabularyList {
  std::string name;  // "meta.toml deleted"
  std::vector<std::string> words;
};

// Fails the test where a file holds anything but lists of texts.
std::vector<VocabularyList> all_lists() {
  std::vector<VocabularyList> lists;
  for (const auto& entry : fs::directory_iterator(kLibrary / "vocabulary")) {
    TomlFile file{entry.path().filename().string(), {}};
    const toml::table root = parse_toml(contents(entry.path()), file);
    EXPECT_TRUE(file.errors.empty()) << file.name;
    for (const auto& [key, value] : root) {
      VocabularyList& list = lists.emplace_back();
      list.name = file.name + " " + std::string(key.str());
      const toml::array* words = value.as_array();
      EXPECT_TRUE(words != nullptr && words->is_homogeneous<std::string>()) << list.name;
      if (words == nullptr) continue;
      for (const auto& word : *words) list.words.push_back(word.value_or(std::string()));
    }
  }
  EXPECT_GE(lists.size(), 30U);
  return lists;
}

TEST(Vocabulary, HoldsEachWordOnceAndPlain) {
  for (const VocabularyList& list : all_lists()) {
    std::set<std::string> seen;
    for (const std::string& word : list.words) {
      EXPECT_TRUE(seen.insert(word).second) << list.name << ": " << word;
      EXPECT_EQ(plain(word), trim(word)) << list.name;
    }
  }
}

TEST(Vocabulary, StandsInNoCode) {
  std::string code;
  for (const auto& entry : fs::recursive_directory_iterator(kLibrary)) {
    if (entry.path().extension() == ".cc" || entry.path().extension() == ".h")
      code += contents(entry.path());
  }
  for (const VocabularyList& list : all_lists()) {
    for (const std::string& word : list.words) {
      if (trim(word).find(' ') == std::string_view::npos) continue;  // may be a key as well
      EXPECT_EQ(code.find('"' + word + '"'), std::string::npos) << list.name << ": " << word;
    }
  }
}

}  // namespace
}  // namespace postlint
