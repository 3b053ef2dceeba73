// What scan reads: the sources one after the other, in batches, in an order that never changes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/phone_names.h"
#include "postlint/ingest/door.h"
#include "postlint/ingest/reader.h"
#include "postlint/ingest/source_list.h"
#include "postlint/ingest/source_position.h"
#include "postlint/ingest/zip.h"

namespace postlint::cli {

// Some messages of one source, with all that it takes to check them and to say where they stand.
struct ScanBatch {
  std::shared_ptr<const OpenSource> source;  // null: nothing was read, see records.problems
  const Format* format = nullptr;
  std::string_view bytes;  // of the source
  std::uint64_t base = 0;  // what to add to offsets in `bytes`: of standard input read in pieces
  RecordBatch records;
  SourcePosition start;                // of records.covers.begin
  std::size_t first_number = 1;        // of the first record in its source
  std::vector<PhoneName> phone_names;  // one for the author of each record
};

// Reads one source after the other and keeps count of where it is.
class SourceScan {
 public:
  // `users`: names that may stand in another file; null, or outlives this.
  void start(Entered entered, const UserNames* users = nullptr);
  // Goes on with the next piece of the same source; it begins with a line.
  void go_on(OpenSource piece);
  // False at the end of the source or piece.
  bool next(ScanBatch& batch);

 private:
  void open(OpenSource source);
  void complete(ScanBatch& batch);

  std::shared_ptr<const OpenSource> source_;
  std::string_view bytes_;
  const Format* format_ = nullptr;
  const UserNames* users_ = nullptr;
  Errors notes_;  // of the door, until the first batch says them
  std::unique_ptr<Reader> reader_;
  SourcePosition position_;
  std::uint64_t base_ = 0;       // of bytes_
  std::uint64_t base_line_ = 1;  // of bytes_
  std::uint64_t offset_ = 0;     // in bytes_, of position_
  std::size_t next_number_ = 1;
  bool shrunk_ = false;  // and that was told
  PhoneNames phone_names_;
};

// All sources that the user named. Not thread-safe.
class ScanInput {
 public:
  // `format`: reads all sources as this; null: each as what it looks like. `wanted`: passes over
  // sources in other formats; null: reads all.
  ScanInput(std::vector<SourceEntry> entries, const Format* format,
            bool (*wanted)(const Format&) = nullptr);

  // Nothing at the end. What cannot be opened or recognised is a batch with a problem alone.
  std::optional<ScanBatch> next();

 private:
  bool open_next(ScanBatch& batch);
  bool is_wanted(const Format& format) const { return wanted_ == nullptr || wanted_(format); }

  std::vector<SourceEntry> entries_;
  const Format* forced_format_;
  bool (*wanted_)(const Format&);
  std::size_t next_entry_ = 0;
  UserNames users_;
  OpenArchive archive_;
  SourceScan scan_;
};

// Standard input, line by line as it comes: for programs that send a record and wait for the
// answer.
class LineInput {
 public:
  explicit LineInput(const Format* format);

  // From the lines that have arrived; waits for one if there is none. Nothing at the end.
  std::optional<ScanBatch> next();

 private:
  bool fill();
  bool take_lines();

  std::string waiting_;  // what was read and not yet taken
  bool at_end_ = false;
  SourceScan scan_;
};

// The name of standard input in reports.
inline constexpr const char* kStandardInput = "<stdin>";

}  // namespace postlint::cli
