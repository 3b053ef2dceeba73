// Where something stands in a file that the user wrote, for messages about it later on.
#pragma once

#include <cstdint>
#include <string>

namespace postlint {

struct SourcePlace {
  std::string file;          // as the user named it
  std::uint32_t line = 0;    // from 1
  std::uint32_t column = 0;  // code points from 1
};

// A text of such a file that is read again by somebody else: a phrase, a regular expression, a
// name.
struct SourceText {
  std::string text;
  SourcePlace place;
  std::string written = {};  // in the file, where `text` was made of it; empty: the same

  const std::string& as_written() const { return written.empty() ? text : written; }
};

// "postlint.toml:12"
inline std::string to_string(const SourcePlace& place) {
  return place.file + ":" + std::to_string(place.line);
}

}  // namespace postlint
