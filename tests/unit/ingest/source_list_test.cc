#include "postlint/ingest/source_list.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>
#include <zip.h>

#include "postlint/ingest/source_position.h"
#include "unit/temporary_folder.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test.
class Sources : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }

  void write_zip(const std::string& name,
                 const std::vector<std::pair<std::string, std::string>>& members) const {
    zip_t* archive = zip_open((folder_.path() / name).c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [member, text] : members) {
      zip_source_t* bytes = zip_source_buffer(archive, text.data(), text.size(), 0);
      zip_file_add(archive, member.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    }
    ASSERT_EQ(zip_close(archive), 0);
  }

  // "name" of each entry, and "name: reason" of what is skipped; without the folder's own.
  std::vector<std::string> listed() const {
    const SourceList list = list_sources({folder_.path().string()});
    std::vector<std::string> out;
    for (const SourceEntry& entry : list.entries) out.push_back(shown(entry.name));
    for (const Error& error : list.skipped)
      out.push_back(shown(error.file) + ": " + error.message.key);
    return out;
  }

  std::string shown(const std::string& path) const {
    return path.substr(folder_.path().string().size() + 1);
  }

  test::TemporaryFolder folder_;
};

using Names = std::vector<std::string>;

TEST_F(Sources, FoldersAreReadByName) {
  write("b.txt", "b");
  write("a/z.txt", "z");
  write("a/foto.jpg", "");
  write("a/.DS_Store", "");
  EXPECT_EQ(listed(), (Names{"a/z.txt", "b.txt"}));
}

TEST_F(Sources, LinksAreNotFollowed) {
  write("a.txt", "a");
  fs::create_symlink(".", folder_.path() / "loop");
  fs::create_symlink("/etc/passwd", folder_.path() / "outside");
  EXPECT_EQ(listed(), (Names{"a.txt", "loop: folder.link", "outside: folder.link"}));
}

TEST_F(Sources, WhatIsMissingIsSaid) {
  const SourceList list = list_sources({(folder_.path() / "none").string()});
  ASSERT_EQ(list.skipped.size(), 1U);
  EXPECT_EQ(list.skipped[0].message.key, "file.missing");
}

TEST_F(Sources, ArchivesAreReadWithMistrust) {
  write_zip("x.zip", {{"_chat.txt", "hoi"},
                      {"../../etc/cron.d/x", "boo"},
                      {"/abs.txt", "boo"},
                      {"inner.zip", "PK"},
                      {"foto.jpg", "x"},
                      {"__MACOSX/._chat.txt", "x"},
                      {"bomb.txt", std::string(std::size_t{8} << 20, '0')}});
  EXPECT_EQ(listed(), (Names{"x.zip/_chat.txt", "x.zip/../../etc/cron.d/x: archive.bad-name",
                             "x.zip//abs.txt: archive.bad-name", "x.zip/inner.zip: archive.nested",
                             "x.zip/bomb.txt: archive.too-large"}));
}

TEST_F(Sources, MembersAreInflated) {
  write_zip("x.zip", {{"_chat.txt", "hoi"}});
  const SourceList list = list_sources({(folder_.path() / "x.zip").string()});
  ASSERT_EQ(list.entries.size(), 1U);
  const auto opened = OpenSource::open(list.entries[0]);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->source().bytes, "hoi");
}

TEST_F(Sources, DamagedArchivesAreSkipped) {
  write("x.zip", "PK\x03\x04 and then nothing that makes sense");
  EXPECT_EQ(listed(), (Names{"x.zip: archive.damaged"}));
}

TEST(SourcePosition, AdvancesAsALineIndexCounts) {
  SourcePosition position;
  position.advance("één\r\n🙂a");
  EXPECT_EQ(position, (SourcePosition{2, 3, 8}));
  position.advance("\nb\xFF");
  EXPECT_EQ(position, (SourcePosition{3, 3, 11}));
}

TEST_F(Sources, OtherFilesAreGivenAsTheyAre) {
  write("a.txt", "\xFE A\0\xFF");
  const auto source = OpenSource::open(list_sources({folder_.path().string()}).entries.at(0));
  ASSERT_TRUE(source.has_value());
  EXPECT_EQ(source->source().bytes, "\xFE A");
  EXPECT_EQ(source->place_in_file(5, 3), 5U);
}

}  // namespace
}  // namespace postlint
