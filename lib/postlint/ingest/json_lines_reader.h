// What the readers of JSON lines share: one object a line, each a message or something else.
#pragma once

#include <string_view>

#include "postlint/ingest/json_messages.h"
#include "postlint/ingest/lines.h"

namespace postlint {

class JsonLinesReader : public Reader {
 public:
  // Makes a record of an object. Gives the key of a complaint; empty if there is none. A record
  // whose range is made empty is left out.
  using Make = const char* (*)(JsonValue object, RecordBatch& batch, Record& record);

  JsonLinesReader(const Source& source, Make make)
      : source_(source), make_(make), lines_(source.bytes) {}

  bool read(RecordBatch& batch) override;

 private:
  void read_line(RecordBatch& batch);
  void complain(const char* key, RecordBatch& batch) const;

  Source source_;
  Make make_;
  Lines lines_;
  std::size_t position_ = 0;
  std::uint32_t line_number_ = 0;
  JsonTree tree_;
};

// The first line that is not blank, for recognising a format; nothing there if it is no JSON
// object. A line that the sample cuts off is none.
JsonValue first_json_line(const Sample& sample, JsonTree& tree);

}  // namespace postlint
