// The fast path of segmentation: UAX #29 for text in Latin letters. Private to the segmenter.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/text/segmenter.h"

namespace postlint {

class LatinSegments {
 public:
  // Appends the segments of one paragraph (a line with its line end). False if it holds a character
  // that the tables do not know: then what was appended is worthless.
  bool append(std::string_view text, Span paragraph, std::vector<Segment>& segments);

 private:
  // A mark that may end a sentence, and the first segment that may start the next one.
  struct Terminator {
    std::uint32_t at;
    std::size_t segment;
  };
  std::vector<Terminator> terminators_;

  friend class LatinWords;
  friend class LatinSentences;
};

}  // namespace postlint
