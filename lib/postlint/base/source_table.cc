#include "postlint/base/source_table.h"

#include <algorithm>

namespace postlint {

SourceLines SourceTable::add(const SourcePlace& place, std::span<const SourceText> texts) {
  SourceLines source;
  const auto known = std::find(files.begin(), files.end(), place.file);
  source.file = static_cast<std::uint32_t>(known - files.begin());
  if (known == files.end()) files.push_back(place.file);
  source.line = place.line;
  std::vector<std::uint32_t> of_each;
  for (const SourceText& text : texts) of_each.push_back(text.place.line);
  source.of_each = append_slice(lines, of_each);
  return source;
}

std::string SourceTable::place_of(const SourceLines& source, std::size_t number) const {
  const auto of_each = source.of_each.of(lines);
  return place_at(source, number < of_each.size() ? of_each[number] : source.line);
}

std::string SourceTable::place_of(const SourceLines& source) const {
  return place_at(source, source.line);
}

std::string SourceTable::place_at(const SourceLines& source, std::uint32_t line) const {
  const std::string& file = files[source.file];
  return line == 0 ? file : to_string(SourcePlace{file, line, 0});
}

}  // namespace postlint
