#include "batch/places.h"

#include <algorithm>

namespace postlint::cli {

Place BatchPlaces::place_of(SourceRange range) {
  const SourceRange covers = batch_.records.covers;
  if (!lines_) lines_.emplace(batch_.bytes.substr(covers.begin, covers.size()));
  const auto inside = [&](std::uint64_t offset) {
    return static_cast<std::uint32_t>(std::clamp(offset, covers.begin, covers.end) - covers.begin);
  };
  const Position begin = lines_->position(inside(range.begin));
  const Position end = lines_->position(inside(range.end));
  Place place;
  place.line = batch_.start.line + begin.line - 1;
  place.column = column(begin);
  place.end_line = batch_.start.line + end.line - 1;
  place.end_column = column(end);
  place.utf16_begin = batch_.start.utf16 + begin.utf16;
  place.utf16_end = batch_.start.utf16 + end.utf16;
  const OpenSource& file = *batch_.source;
  place.begin = file.place_in_file(batch_.base + range.begin, place.utf16_begin);
  place.end = file.place_in_file(batch_.base + range.end, place.utf16_end);
  return place;
}

// The first line of a batch may begin in the middle of one of the source.
std::uint64_t BatchPlaces::column(const Position& position) const {
  return position.line == 1 ? batch_.start.column + position.column - 1 : position.column;
}

}  // namespace postlint::cli
