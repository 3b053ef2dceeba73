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

  // True if the file became shorter while it was read: what is missing reads as zeros, once
  // survive_shrinking() was called, and ends the process before that.
  bool has_shrunk() const;
  // For programs, once, before any thread: reading a page that is gone gives zeros. Of SIGBUS.
  static void survive_shrinking();

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  int descriptor_ = -1;
};

}  // namespace postlint
