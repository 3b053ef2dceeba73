#include "postlint/base/mapped_file.h"

#include <gtest/gtest.h>

#include "unit/temporary_folder.h"

namespace postlint {
namespace {

TEST(MappedFile, HoldsTheBytesOfAFile) {
  const test::TemporaryFolder folder;
  const auto file = MappedFile::open(folder.write("mapped", {"a\0b", 3}));
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->bytes(), std::string_view("a\0b", 3));
}

TEST(MappedFile, AnEmptyFileIsEmpty) {
  const test::TemporaryFolder folder;
  const auto file = MappedFile::open(folder.write("empty", ""));
  ASSERT_TRUE(file.has_value());
  EXPECT_TRUE(file->bytes().empty());
}

TEST(MappedFile, SaysWhyAFileCannotBeRead) {
  for (const char* path : {"/no/such/file", "/"}) {
    const auto file = MappedFile::open(path);
    ASSERT_FALSE(file.has_value()) << path;
    EXPECT_EQ(file.error().front().message.key, "file.unreadable");
    EXPECT_EQ(file.error().front().file, path);
  }
}

}  // namespace
}  // namespace postlint
