#include "postlint/base/path_pattern.h"

#include <string>
#include <vector>

namespace postlint {
namespace {

using Parts = std::vector<std::string_view>;

// Matches from left to right; where it does not fit on, the last star takes one part more.
template <typename Fits>
bool parts_match(const Parts& pattern, const Parts& parts, std::string_view star, Fits fits) {
  std::size_t at = 0, behind_star = 0, taken_by_star = 0;
  for (std::size_t i = 0; i < parts.size();) {
    if (at < pattern.size() && pattern[at] == star) {
      behind_star = ++at;
      taken_by_star = i;
    } else if (at < pattern.size() && fits(pattern[at], parts[i])) {
      ++at, ++i;
    } else if (behind_star > 0) {
      at = behind_star;
      i = ++taken_by_star;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && pattern[at] == star) ++at;
  return at == pattern.size();
}

Parts letters_of(std::string_view name) {
  Parts letters;
  for (std::size_t begin = 0, end = 0; begin < name.size(); begin = end) {
    do ++end;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U);
    letters.push_back(name.substr(begin, end - begin));
  }
  return letters;
}

bool name_matches(std::string_view pattern, std::string_view name) {
  return parts_match(
      letters_of(pattern), letters_of(name), "*",
      [](std::string_view wanted, std::string_view it) { return wanted == "?" || wanted == it; });
}

Parts names_of(std::string_view path) {
  Parts names;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    if (!name.empty()) names.push_back(name);
    path.remove_prefix(name.size() < path.size() ? name.size() + 1 : path.size());
  }
  return names;
}

}  // namespace

bool path_matches(std::string_view pattern, std::string_view folder, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos && pattern != "**")
    return name_matches(pattern, path.substr(path.rfind('/') + 1));
  if (!pattern.starts_with('/')) {
    if (!path.starts_with(folder)) return false;
    path.remove_prefix(folder.size());
    if (!folder.ends_with('/') && !path.starts_with('/')) return false;
  }
  return parts_match(names_of(pattern), names_of(path), "**", name_matches);
}

}  // namespace postlint
