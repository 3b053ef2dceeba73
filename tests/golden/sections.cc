#include "sections.h"

#include <stdexcept>

namespace postlint::test {
namespace {

constexpr std::string_view kTitle = "=== ";
constexpr std::string_view kNoNewline = ", no newline at the end";

// Takes a line off the front, with its end.
std::string_view take_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n') + 1);
  const std::string_view taken = line.empty() ? rest : line;
  rest.remove_prefix(taken.size());
  return taken;
}

bool ends_with_newline(std::string_view text) { return text.ends_with('\n'); }

// "=== draft.txt\n": what stands between.
std::string_view title_in(std::string_view line) {
  line.remove_prefix(kTitle.size());
  if (ends_with_newline(line)) line.remove_suffix(1);
  return line;
}

// A text without a newline at its end was given one, so that the next title begins a line.
void close(Section& section) {
  if (!section.title.ends_with(kNoNewline)) return;
  section.title.resize(section.title.size() - kNoNewline.size());
  if (!ends_with_newline(section.text))
    throw std::runtime_error("'" + section.title + "' lacks the newline before the next title");
  section.text.pop_back();
}

void expect_distinct(const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    if (section.title.empty()) throw std::runtime_error("a title is empty");
    if (find_section(sections, section.title) != &section)
      throw std::runtime_error("'" + section.title + "' comes twice");
  }
}

void expect_readable(const Section& section) {
  if (section.title.find('\n') != std::string::npos || section.title.ends_with(kNoNewline))
    throw std::runtime_error("'" + section.title + "' cannot be a title");
  for (std::string_view rest = section.text; !rest.empty();) {
    if (take_line(rest).starts_with(kTitle))
      throw std::runtime_error("'" + section.title + "' has a line that looks like a title");
  }
}

}  // namespace

std::vector<Section> read_sections(std::string_view text) {
  std::vector<Section> sections;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.starts_with(kTitle)) {
      if (!sections.empty()) close(sections.back());
      sections.push_back({std::string(title_in(line)), ""});
    } else if (sections.empty()) {
      throw std::runtime_error("there is text before the first title");
    } else {
      sections.back().text += line;
    }
  }
  if (!sections.empty()) close(sections.back());
  expect_distinct(sections);
  return sections;
}

std::string write_sections(const std::vector<Section>& sections) {
  expect_distinct(sections);
  std::string out;
  for (const Section& section : sections) {
    expect_readable(section);
    const bool is_cut = !section.text.empty() && !ends_with_newline(section.text);
    out += kTitle;
    out += section.title;
    out += is_cut ? kNoNewline : "";
    out += '\n' + section.text + (is_cut ? "\n" : "");
  }
  return out;
}

const Section* find_section(const std::vector<Section>& sections, std::string_view title) {
  for (const Section& section : sections) {
    if (section.title == title) return &section;
  }
  return nullptr;
}

}  // namespace postlint::test
