// A file that is replaced by its fixed text: all of it or nothing, and never by way of a link.
#pragma once

#include <string>
#include <string_view>

#include <sys/stat.h>

#include "postlint/base/result.h"

namespace postlint::cli {

// Keeps the folder open, so that the file read is the file replaced, whatever happens to the names
// above it. Not copyable; closes what it opened.
class FileInPlace {
 public:
  // Reads the file whole. Errors: those of read_input(), and fix.link, fix.no-regular-file,
  // fix.hard-links.
  static Result<FileInPlace> open(const std::string& path);

  FileInPlace(FileInPlace&& other) noexcept;
  FileInPlace& operator=(FileInPlace&& other) = delete;
  ~FileInPlace();

  const std::string& text() const { return text_; }

  // Writes `text` to a new file beside it, with the same owner and mode, and once it is on the disk
  // renames it over the old one. Errors, none of which touches the old file: fix.unwritable,
  // fix.changed-meanwhile.
  Result<void> replace(std::string_view text);

 private:
  FileInPlace(std::string path, int folder) : path_(std::move(path)), folder_(folder) {}

  std::string name() const;
  Result<void> read();
  bool is_unchanged() const;
  int fill(const std::string& temporary, std::string_view text) const;
  tl::unexpected<Errors> fail(Message message) const;
  tl::unexpected<Errors> unwritable(int problem) const;

  std::string path_;
  int folder_;  // descriptor
  struct stat status_ {};
  std::string text_;
};

}  // namespace postlint::cli
