// A text put together from pieces of a source, with the way back to the source's bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "postlint/base/span.h"
#include "postlint/text/offset_map.h"

namespace postlint {

// A half-open range of bytes of a source of any size.
struct SourceRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  std::uint64_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

// Built from left to right, in the order of the source; what lies between two pieces is left out.
// A text and the stretch of source that it comes from are at most 1 GiB.
class MappedText {
 public:
  static constexpr std::uint64_t kLargest = std::uint64_t{1} << 30;

  // Appends bytes of the source as they are.
  void copy(std::string_view bytes, std::uint64_t source);
  // Appends something that was made from a stretch of the source: of an escape, an entity.
  void replace(std::string_view made, SourceRange source);
  // Appends something that has no counterpart in the source: a line end between two fields.
  void add(std::string_view made);

  bool empty() const { return text_.empty(); }
  // True if the text stands in the source as it is.
  bool is_verbatim() const { return map_.is_identity(); }
  // Where the first piece stands.
  std::uint64_t source_begin() const { return begin_; }
  // True if a piece at `source` may follow.
  bool accepts(SourceRange source) const;

  std::string& text() { return text_; }
  const std::string& text() const { return text_; }
  OffsetMap& map() { return map_; }
  const OffsetMap& map() const { return map_; }

 private:
  void start_at(std::uint64_t source);
  std::uint32_t derived_end() const { return static_cast<std::uint32_t>(text_.size()); }
  std::uint32_t source_end() const { return static_cast<std::uint32_t>(end_ - begin_); }

  std::string text_;
  OffsetMap map_;
  std::uint64_t begin_ = 0;
  std::uint64_t end_ = 0;  // of the last piece
  bool started_ = false;
};

}  // namespace postlint
