#include "postlint/ingest/record.h"

#include <utility>

namespace postlint {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::message:
      return "message";
    case Kind::system:
      return "system";
    case Kind::media:
      return "media";
    case Kind::deleted:
      return "deleted";
    case Kind::call:
      return "call";
    case Kind::poll:
      return "poll";
  }
  return "message";
}

SourceRange Record::to_source(Span span) const {
  const Span source = map == nullptr ? span : map->to_source(span);
  return {text_offset + source.begin, text_offset + source.end};
}

void RecordBatch::keep_text(MappedText text, Record& record) {
  record.text_offset = text.source_begin();
  record.map = text.is_verbatim() ? nullptr : &maps_.emplace_back(std::move(text.map()));
  record.text = keep(std::move(text.text()));
}

}  // namespace postlint
