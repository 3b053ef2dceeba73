// What stands in the way of compiling the data, and that nothing is written then.
#include "postlint/load/data_compiler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/lexicon/lexicon.h"
#include "unit/support.h"
#include "unit/temporary_folder.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeader = "# title: T\n# source: S\n# licence: L\n";

// A folder with word lists, and no rules.
struct Sources {
  test::TemporaryFolder folder;
  DataSources sources;

  Sources() {
    sources.dutch_words = folder.write("dutch", "boom\nJan\n");
    folder.write("patterns/protocols/none.txt", "");
    sources.patterns = folder.path() / "patterns";
  }
  void add(const std::string& name, const std::string& header, const std::string& terms) {
    sources.lists.push_back(folder.write(name + ".txt", kHeader + header + terms));
  }
  // A list for each role that the language's own words do not fill, but for one.
  void add_roles_but(std::string_view left_out) {
    for (const std::string_view role : word_role_names()) {
      if (role == left_out || role == "ordinary-word") continue;
      add("for-" + std::string(role), "# role: " + std::string(role) + "\n", "term\n");
    }
  }
  fs::path output() const { return folder.path() / "out"; }
  std::string compile() const { return test::joined(compile_data(sources, output())); }
  bool has_written() const { return fs::exists(output() / "lexicon.dat"); }
};

TEST(DataCompiler, WritesWhatIsWhole) {
  Sources it;
  it.add_roles_but("");
  EXPECT_EQ(it.compile(), "");
  const auto lexicon = Lexicon::open((it.output() / "lexicon.dat").string());
  ASSERT_TRUE(lexicon.has_value());
  EXPECT_TRUE(lexicon->in(lexicon->find("boom"), WordRole::ordinary_word));
  EXPECT_FALSE(lexicon->in(lexicon->find("jan"), WordRole::ordinary_word));
  EXPECT_TRUE(lexicon->in(lexicon->find("term"), WordRole::staff_title));
}

TEST(DataCompiler, NamesARoleThatNothingFills) {
  for (const std::string_view role : word_role_names()) {
    if (role == "ordinary-word") continue;
    Sources it;
    it.add_roles_but(role);
    EXPECT_THAT(it.compile(),
                testing::HasSubstr("No word list fills the role '" + std::string(role) + "'"));
    EXPECT_FALSE(it.has_written()) << role;
  }
}

TEST(DataCompiler, TakesAListsNameOnce) {
  Sources it;
  it.add_roles_but("");
  it.add("one/animals", "", "koe\n");
  it.add("two/animals", "", "paard\n");
  EXPECT_THAT(it.compile(), testing::HasSubstr("two/animals.txt: There is a word list named "
                                               "'animals' already."));
  EXPECT_FALSE(it.has_written());
}

}  // namespace
}  // namespace postlint
