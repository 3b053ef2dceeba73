// Zip archives, read with mistrust: nothing in them is believed without a bound, and nothing is
// ever written to where their names point.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/ingest/source_list.h"

namespace postlint {

// True if a file begins as a zip archive does.
bool is_zip(std::string_view head);

// Appends the archive's files to `list`, by name. What cannot be read goes to list.skipped.
void list_zip(const std::string& path, SourceList& list);

// The archive that was opened last stays open: its files are read one after the other, and each
// time its index would have to be read anew. Not thread-safe.
class OpenArchive {
 public:
  OpenArchive();
  OpenArchive(OpenArchive&&) noexcept;
  OpenArchive& operator=(OpenArchive&&) noexcept;
  ~OpenArchive();

  // Inflates one file of an archive to `write`, piece by piece. Errors: archive.damaged (also a
  // checksum that does not hold, and more bytes than announced), archive.too-large,
  // archive.no-room.
  Result<void> inflate(const std::string& path, std::uint64_t member, const std::string& name,
                       const std::function<bool(std::string_view)>& write);

 private:
  struct Holder;
  std::unique_ptr<Holder> holder_;
};

}  // namespace postlint
