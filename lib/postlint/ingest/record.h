// The common message record: what every reader of an export makes of it.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/ingest/mapped_text.h"
#include "postlint/ingest/timestamp.h"

namespace postlint {

enum class Kind : std::uint8_t {
  message,  // somebody's own words
  system,   // written by the program: who joined, who left, what the group is called
  media,    // a photo, a recording, a document, a place; with words to it, it is a message
  deleted,  // what was here is gone
  call,
  poll,
};
std::string_view name_of(Kind kind);

// What a record says about its own context, in the words of the command line ("employee",
// "public"); empty where it says nothing. It wins over what the user says for all.
struct RecordContext {
  std::string_view role, account, channel, audience, protocol;
};

// A stretch of a record's text that stands alone, as a part of a mail does: quotes and signatures
// end with it.
struct TextPart {
  Span span;
  bool repeats = false;  // the part before in another form: what both say is told once
};

// One message. All views point into the source or into the record's batch.
struct Record {
  std::string_view id;      // as the export numbers it; empty: it does not
  std::string_view author;  // as the export names them; empty: nobody, or unknown
  Timestamp time;
  Kind kind = Kind::message;
  std::string_view text;                   // to be checked; any bytes, for a text copied verbatim
  std::span<const TextPart> parts;         // of the text, in order; none: it is all one
  const RecordContext* context = nullptr;  // null: it says nothing
  std::uint64_t text_offset = 0;           // where in the source the text begins
  const OffsetMap* map = nullptr;  // from text to source, counted from text_offset; null: verbatim
  SourceRange author_range;        // empty: the author's name does not stand in the source as it is
  SourceRange range;               // the whole record in the source

  // Where words of the text stand in the source.
  SourceRange to_source(Span span) const;
};

// Some records that follow each other, and what they need. Records stay valid as long as the batch
// and the source do; the batch may move.
class RecordBatch {
 public:
  std::vector<Record> records;
  Errors problems;     // what could not be read; the records around it are there
  Errors notes;        // what was read, but as something that was guessed
  SourceRange covers;  // the bytes of the source that were read for this batch

  // Takes texts that records point at.
  std::string_view keep(std::string text) { return strings_.emplace_back(std::move(text)); }
  // Makes a record's text of one that was put together.
  void keep_text(MappedText text, Record& record);
  std::span<const TextPart> keep(std::vector<TextPart> parts) {
    return parts_.emplace_back(std::move(parts));
  }
  const RecordContext* keep(const RecordContext& context) {
    return &contexts_.emplace_back(context);
  }

 private:
  std::deque<std::string> strings_;
  std::deque<OffsetMap> maps_;
  std::deque<RecordContext> contexts_;
  std::deque<std::vector<TextPart>> parts_;
};

}  // namespace postlint
