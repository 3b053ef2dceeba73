// From the paths that the user names to the sources in them: files, folders, zip archives.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/ingest/reader.h"
#include "postlint/ingest/text_encoding.h"

namespace postlint {

// A file, or a file in a zip archive, that has not been opened yet.
struct SourceEntry {
  std::string name;                          // "klas 3B.zip/_chat.txt"
  std::string path;                          // of the file or archive
  std::optional<std::uint64_t> member;       // its number in the archive
  std::uint64_t size = 0;                    // bytes, as far as known
  std::shared_ptr<const std::string> bytes;  // what came another way than from a file: a pipe
};

struct SourceList {
  std::vector<SourceEntry> entries;  // in the order of the paths; inside a folder or zip by name
  // What is not read though it might hold messages, and why: nested archives, links, devices,
  // entries that are encrypted or too large, names that lead out of the archive.
  Errors skipped;
  std::size_t media = 0;  // photos, recordings and stickers beside a chat: nothing to read in them
};

// Goes through folders, without following links in them, and through the directories of archives.
SourceList list_sources(const std::vector<std::string>& paths);

class OpenArchive;  // ingest/zip.h

// An open source. Its bytes stay where they are as long as it lives. What they are is found out at
// the door (ingest/door.h).
class OpenSource {
 public:
  // Maps a file; inflates a member, if large into a temporary file without a name.
  // Errors: file.missing, file.forbidden, file.unreadable, archive.*. `archive`: the one that was
  // opened last, for entries of the same.
  static Result<OpenSource> open(const SourceEntry& entry, OpenArchive& archive);
  static Result<OpenSource> open(const SourceEntry& entry);
  OpenSource(std::string name, std::string bytes);

  OpenSource(OpenSource&&) noexcept;
  OpenSource& operator=(OpenSource&&) noexcept;
  ~OpenSource();

  // The same text in UTF-8. Errors: archive.no-room.
  Result<OpenSource> decoded(TextEncoding encoding) const;
  TextEncoding encoding() const;  // that it was in before; UTF-8: it is as it was

  Source source() const;
  // Where in the file something stands: `offset` bytes and `utf16` UTF-16 units from the source's
  // beginning.
  std::uint64_t place_in_file(std::uint64_t offset, std::uint64_t utf16) const;

  // True if the file became shorter while it was read.
  bool has_shrunk() const;

  // Says that these bytes were dealt with: the memory of a mapped file can be given back. They may
  // still be read.
  void release(SourceRange range) const;

 private:
  struct Holder;
  explicit OpenSource(std::unique_ptr<Holder> holder);
  std::unique_ptr<Holder> holder_;
};

}  // namespace postlint
