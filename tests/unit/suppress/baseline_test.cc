#include "postlint/suppress/baseline.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "unit/temporary_folder.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

class BaselineFile : public testing::Test {
 protected:
  std::string path(const char* name) const { return (folder_.path() / name).string(); }
  BaselineKey key(const char* name = "key") const { return *BaselineKey::create(path(name)); }

  test::TemporaryFolder folder_;
};

constexpr FindingIdentity kFinding{"personal-data/bsn", "123456782", "", "Sanne",
                                   "2025-03-10T07:42:30"};

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string key_of(const auto& result) { return result ? "" : result.error().at(0).message.key; }

TEST_F(BaselineFile, TagsTellApartWhatIsNotTheSame) {
  const BaselineKey key = this->key();
  FindingIdentity other = kFinding;
  EXPECT_EQ(key.tag_of(kFinding), key.tag_of(other));
  other.words = "111222333";
  EXPECT_NE(key.tag_of(kFinding), key.tag_of(other));
  other = kFinding;
  other.rule = "conduct/insult";
  EXPECT_NE(key.tag_of(kFinding), key.tag_of(other));
  other = kFinding;
  other.author = "Bo";
  EXPECT_NE(key.tag_of(kFinding), key.tag_of(other));
  other = kFinding;
  other.time = "2025-03-10T07:42:31";
  EXPECT_NE(key.tag_of(kFinding), key.tag_of(other));
  // Fields do not run into each other.
  EXPECT_NE(key.tag_of({"a", "bc", "", "", ""}), key.tag_of({"ab", "c", "", "", ""}));
}

TEST_F(BaselineFile, TagsAreTheSameHoweverTheWordsAreWritten) {
  const BaselineKey key = this->key();
  EXPECT_EQ(key.tag_of({"r", "Sánne", "1", "", ""}), key.tag_of({"r", "sanne", "1", "", ""}));
  // A message's own id is enough: names in a phone book change.
  EXPECT_EQ(key.tag_of({"r", "w", "7", "Sanne", ""}), key.tag_of({"r", "w", "7", "~ S.", ""}));
}

TEST_F(BaselineFile, AnotherKeyMakesOtherTags) {
  EXPECT_NE(key("a").tag_of(kFinding), key("b").tag_of(kFinding));
}

TEST_F(BaselineFile, KeysAreKeptForTheirOwnerAlone) {
  const BaselineKey made = key();
  struct stat status {};
  ASSERT_EQ(::stat(path("key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  const auto read = BaselineKey::read(path("key"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->tag_of(kFinding), made.tag_of(kFinding));
  EXPECT_EQ(key_of(BaselineKey::create(path("key"))), "output.unwritable");
  fs::permissions(path("key"), fs::perms::group_read, fs::perm_options::add);
  EXPECT_EQ(key_of(BaselineKey::read(path("key"))), "baseline.key-is-open");
  EXPECT_EQ(key_of(BaselineKey::read(path("none"))), "baseline.no-key");
}

TEST_F(BaselineFile, DamagedKeysAreRefused) {
  key();
  std::ofstream(path("key")) << "postlint-key-1 0123\n";
  EXPECT_EQ(key_of(BaselineKey::read(path("key"))), "baseline.bad-key");
}

TEST_F(BaselineFile, CountsEachFinding) {
  const BaselineKey key = this->key();
  const FindingTag tag = key.tag_of(kFinding);
  Baseline baseline(key);
  baseline.add(tag, kFinding.rule);
  baseline.add(tag, kFinding.rule);
  EXPECT_EQ(baseline.size(), 2U);
  EXPECT_TRUE(baseline.take(tag));
  EXPECT_TRUE(baseline.take(tag));
  EXPECT_FALSE(baseline.take(tag));
  EXPECT_EQ(baseline.size(), 0U);
}

TEST_F(BaselineFile, IsReadAsItWasWritten) {
  const BaselineKey key = this->key();
  Baseline baseline(key);
  baseline.add(key.tag_of(kFinding), kFinding.rule);
  baseline.add(key.tag_of({"conduct/insult", "sukkel", "", "Bo", ""}), "conduct/insult");
  baseline.add(key.tag_of({"conduct/insult", "sukkel", "", "Bo", ""}), "conduct/insult");
  ASSERT_TRUE(baseline.write(path("known")).has_value());
  auto read = Baseline::read(path("known"), key);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->count_by_rule(),
            (std::map<std::string, std::size_t>{{"conduct/insult", 2}, {"personal-data/bsn", 1}}));
  EXPECT_TRUE(read->take(key.tag_of(kFinding)));
  Baseline left = *read;
  left.subtract(baseline);
  EXPECT_EQ(left.size(), 0U);
}

TEST_F(BaselineFile, HoldsNothingOfWhatWasSaid) {
  const BaselineKey key = this->key();
  Baseline baseline(key);
  baseline.add(key.tag_of(kFinding), kFinding.rule);
  ASSERT_TRUE(baseline.write(path("known")).has_value());
  const std::string text = contents(path("known"));
  for (const char* secret : {"123456782", "Sanne", "2025", "07:42"})
    EXPECT_EQ(text.find(secret), std::string::npos) << text;
}

TEST_F(BaselineFile, MistakesAreTold) {
  const BaselineKey key = this->key();
  ASSERT_TRUE(Baseline(key).write(path("known")).has_value());
  EXPECT_EQ(key_of(Baseline::read(path("known"), this->key("other"))), "baseline.other-key");
  EXPECT_EQ(key_of(Baseline::read(path("none"), key)), "file.missing");
  std::ofstream(path("known"), std::ios::app) << "0123 1 conduct/insult\n";
  const auto damaged = Baseline::read(path("known"), key);
  EXPECT_EQ(key_of(damaged), "baseline.bad-line");
  EXPECT_EQ(damaged.error().at(0).line, 2U);
  std::ofstream(path("text")) << "Hoi\n";
  EXPECT_EQ(key_of(Baseline::read(path("text"), key)), "baseline.bad-line");
}

}  // namespace
}  // namespace postlint
