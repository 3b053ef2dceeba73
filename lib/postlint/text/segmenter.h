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
  bool is_word = false;        // holds a letter, a digit or a kana
  bool starts_sentence = false;  // a sentence boundary lies between it and the segment before

  friend bool operator==(const Segment&, const Segment&) = default;
};

// Cuts text by UAX #29 (Unicode 15; ICU's rules for Dutch, which are the root rules). Not
// thread-safe: it holds ICU break iterators.
class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  // Replaces `segments` with those of `text` (valid UTF-8), paragraph by paragraph: those of Latin
  // letters and usual marks by tables, all others through ICU.
  void segment(std::string_view text, std::vector<Segment>& segments);

  // The same through ICU alone, for tests.
  void segment_with_icu(std::string_view text, std::vector<Segment>& segments);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace postlint
