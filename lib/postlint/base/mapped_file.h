// A file mapped read-only into memory: pages are read when they are touched, and shared between
// processes. For the compiled dictionaries, where parsing at start would cost more than checking.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "postlint/base/result.h"

namespace postlint {

class MappedFile {
 public:
  // Errors: `file.unreadable` with the system's reason; a directory is not a file.
  static Result<MappedFile> open(const std::string& path);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  // The whole file. Valid as long as this object lives; page-aligned.
  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace postlint
