#include "postlint/ingest/reader.h"

#include <algorithm>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/format_list.h"

namespace postlint {

bool Sample::has_extension(std::string_view extension) const {
  return ends_with_any_case(name, extension);
}

std::span<const Format* const> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const auto all = formats();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Format* format) { return format->name == name; });
  return found == all.end() ? nullptr : *found;
}

const Format* detect_format(const Source& source) {
  const Sample sample(source);
  const Format* best = nullptr;
  int highest = 0;
  for (const Format* format : formats()) {
    const int score = format->score(sample);
    if (score > highest) best = format;
    highest = std::max(highest, score);
  }
  return best;
}

}  // namespace postlint
