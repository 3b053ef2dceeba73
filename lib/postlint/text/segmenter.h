// Unicode's word and sentence boundaries, by ICU or by our own reading of the same rules.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace postlint {

// A stretch between two word boundaries that is no white space.
struct Segment {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  bool starts_sentence = false;  // a sentence boundary lies between it and the segment before

  friend bool operator==(const Segment&, const Segment&) = default;
};

// Cuts text by UAX #29 as ICU does for Dutch (the root rules of Unicode 15), but that "@" is a
// segment of its own: some versions of ICU read it as a letter. Not thread-safe.
class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  // Replaces `segments` with those of `text` (valid UTF-8, less than 2 GiB), line by line: lines of
  // Latin letters, punctuation, symbols and emoji by tables, all others through ICU, whose break
  // iterators are made when they are first needed.
  void segment(std::string_view text, std::vector<Segment>& segments);

  // The same through ICU alone, for tests.
  void segment_with_icu(std::string_view text, std::vector<Segment>& segments);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace postlint
