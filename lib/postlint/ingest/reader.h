// Formats of exports, and what reads them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "postlint/ingest/record.h"
#include "postlint/ingest/user_names.h"

namespace postlint {

// A file, or something as good as one: a file in an archive, what came through a pipe.
struct Source {
  std::string name;                  // as messages show it: "klas 3B.zip/_chat.txt"
  std::string_view bytes;            // must outlive readers, batches and records
  const UserNames* users = nullptr;  // names that stand in another file; null: there is none
  int depth = 0;                     // how many sources it is in: 1 for what is attached to a mail
};

// Reads one source from front to end. Any bytes will do: what makes no sense is reported as a
// problem or read as plain text; it is never a crash. Not thread-safe.
class Reader {
 public:
  virtual ~Reader() = default;

  // Puts the next records into `batch`, which is empty; some hundreds, so that memory stays
  // bounded. False if there was nothing left.
  virtual bool read(RecordBatch& batch) = 0;
};

// What a format is recognised by: a source's name and its first bytes.
struct Sample {
  static constexpr std::size_t kSize = std::size_t{64} << 10;

  explicit Sample(const Source& source)
      : name(source.name),
        head(source.bytes.substr(0, kSize)),
        whole(head.size() == source.bytes.size()) {}

  bool has_extension(std::string_view extension) const;  // ".txt"; any case
  bool has(std::string_view words) const { return head.find(words) != std::string_view::npos; }

  std::string_view name;
  std::string_view head;
  bool whole;  // the head is all there is
};

// What a reader wants to be given.
enum class Takes : std::uint8_t {
  text,   // UTF-8, whatever the file was in (ingest/text_encoding.h)
  bytes,  // the file as it is: office files, PDF, mail with charsets of its own
};

// What somebody gets who asks for one draft.
enum class Holds : std::uint8_t {
  messages,  // any number of records, each by somebody else
  one,       // a draft: a letter, a mail, a page; its records are parts of it
};

// One way in which messages are written down. Each has a file of its own.
struct Format {
  std::string_view name;     // "whatsapp": as --input-format takes it
  std::string_view channel;  // where such messages were posted, in the words of --channel; or empty
  int (*score)(const Sample& sample);  // how sure: 0 (no) to 100
  std::unique_ptr<Reader> (*open)(const Source& source);
  Takes takes = Takes::text;
  Holds holds = Holds::messages;
};

// All formats, by name.
std::span<const Format* const> formats();

// nullptr if there is none of that name.
const Format* find_format(std::string_view name);

// The format whose score is highest; nullptr if it is none that we know. Equal scores: the first.
const Format* detect_format(const Source& source);

}  // namespace postlint
