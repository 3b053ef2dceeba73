// A file of several texts, as the golden tests keep them:
//
//   === cmd
//   "$POSTLINT" draft.txt
//   === file draft.txt, no newline at the end
//   Hallo allemaal
//   === status
//   0
//
// A line that begins with "=== " is a title; what follows, up to the next title, is its text, byte
// for byte. A text that does not end with a newline says so in its title.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace postlint::test {

struct Section {
  std::string title;
  std::string text;
};

// Both throw std::runtime_error with what is wrong: text before the first title, a title that comes
// twice or is empty; a text or a title that could not be read back.
std::vector<Section> read_sections(std::string_view text);
std::string write_sections(const std::vector<Section>& sections);

// Null if there is none of that title.
const Section* find_section(const std::vector<Section>& sections, std::string_view title);

}  // namespace postlint::test
