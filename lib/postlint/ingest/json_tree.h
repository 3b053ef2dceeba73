// One JSON value with the place of everything in it: a message of an export.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/ingest/mapped_text.h"

namespace postlint {

class JsonTree;

// A value in a tree, or nothing: asking nothing for a member gives nothing, so that
// tree.root()["file"]["name"].text() needs no checks. Valid as long as the tree is.
class JsonValue {
 public:
  JsonValue() = default;

  explicit operator bool() const { return tree_ != nullptr; }
  bool is_object() const { return type() == '{'; }
  bool is_array() const { return type() == '['; }
  bool is_string() const { return type() == '"'; }
  bool has_text() const { return is_string() && !raw().empty(); }

  JsonValue operator[](std::string_view key) const;  // member of an object
  JsonValue first() const;                           // first member or item
  JsonValue next() const;                            // the one after this

  std::string_view key() const;  // of a member, as written
  std::string_view raw() const;  // as written; a string without its quotes
  SourceRange range() const;     // of raw() in the source
  // A string without its escapes; a number as written; else empty.
  std::string text() const;
  // Appends the string to `out`, with the way back. What does not follow on `out`'s last piece in
  // the source is appended without a way back.
  void append_to(MappedText& out) const;
  std::optional<std::int64_t> integer() const;  // also of a string of digits
  bool is_true() const { return raw() == "true"; }

 private:
  friend class JsonTree;
  JsonValue(const JsonTree* tree, std::uint32_t node) : tree_(tree), node_(node) {}
  char type() const;  // '{', '[', '"', or 'l' for a literal; '\0' for nothing

  const JsonTree* tree_ = nullptr;
  std::uint32_t node_ = 0;
};

// Reuse one tree for many values: its buffers grow, never shrink.
class JsonTree {
 public:
  // Reads one value; `text` must outlive the use of the tree and is at most 1 GiB. `source` is
  // where it stands in its source. False if it is no JSON, or nested deeper than any export's.
  bool parse(std::string_view text, std::uint64_t source);
  JsonValue root() const { return nodes_.empty() ? JsonValue() : JsonValue(this, 0); }

  // Text in which each byte of UTF-8 was written as an escape of its own ("Ã©" for "é"), as Meta's
  // exports have it, is put right.
  void set_bytes_escaped(bool escaped) { bytes_escaped_ = escaped; }

 private:
  friend class JsonValue;
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Node {
    char type = 'l';
    std::uint32_t begin = 0, end = 0;          // in text_
    std::uint32_t key_begin = 0, key_end = 0;  // in text_
    std::uint32_t first = kNone, next = kNone;
  };
  class Builder;

  std::string_view text_;
  std::uint64_t source_ = 0;
  bool bytes_escaped_ = false;
  std::vector<Node> nodes_;
};

}  // namespace postlint
