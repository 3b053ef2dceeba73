#include "postlint/base/mapped_file.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace postlint {
namespace {

TEST(MappedFile, HoldsTheBytesOfAFile) {
  const auto path = std::filesystem::path(testing::TempDir()) / "mapped";
  std::ofstream(path, std::ios::binary) << std::string("a\0b", 3);
  const auto file = MappedFile::open(path.string());
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->bytes(), std::string_view("a\0b", 3));
}

TEST(MappedFile, AnEmptyFileIsEmpty) {
  const auto path = std::filesystem::path(testing::TempDir()) / "empty";
  std::ofstream(path, std::ios::binary) << "";
  const auto file = MappedFile::open(path.string());
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
