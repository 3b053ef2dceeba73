#include "postlint/ingest/mapped_text.h"

#include <cassert>

namespace postlint {

bool MappedText::accepts(SourceRange source) const {
  if (!started_) return source.size() <= kLargest;
  return source.begin >= end_ && source.end - begin_ <= kLargest;
}

void MappedText::start_at(std::uint64_t source) {
  if (!started_) begin_ = end_ = source;
  started_ = true;
  assert(source >= end_);
  if (source == end_) return;
  const std::uint32_t skipped_from = source_end();
  end_ = source;
  map_.add_unit({derived_end(), derived_end()}, {skipped_from, source_end()});
}

void MappedText::copy(std::string_view bytes, std::uint64_t source) {
  start_at(source);
  text_ += bytes;
  end_ += bytes.size();
}

void MappedText::replace(std::string_view made, SourceRange source) {
  start_at(source.begin);
  const Span derived{derived_end(), static_cast<std::uint32_t>(text_.size() + made.size())};
  const std::uint32_t from = source_end();
  end_ = source.end;
  map_.add_unit(derived, {from, source_end()});
  text_ += made;
}

void MappedText::add(std::string_view made) {
  const Span derived{derived_end(), static_cast<std::uint32_t>(text_.size() + made.size())};
  map_.add_unit(derived, {source_end(), source_end()});
  text_ += made;
}

}  // namespace postlint
