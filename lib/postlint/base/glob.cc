#include "postlint/base/glob.h"

#include <vector>

namespace postlint {
namespace {

// Which prefixes of the path the pattern read so far matches: reached[i] is its first i bytes.
using Reached = std::vector<bool>;

void read_byte(char wanted, std::string_view path, Reached& reached) {
  for (std::size_t i = path.size(); i-- > 0;) {
    const bool fits = wanted == '?' ? path[i] != '/' : path[i] == wanted;
    reached[i + 1] = reached[i] && fits;
  }
  reached[0] = false;
}

void read_star(bool crosses_folders, std::string_view path, Reached& reached) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (reached[i] && (crosses_folders || path[i] != '/')) reached[i + 1] = true;
  }
}

// "**/" is also nothing at all: it ends at the start of any folder.
void read_folders(std::string_view path, Reached& reached) {
  bool begun = false;
  for (std::size_t i = 0; i <= path.size(); ++i) {
    begun = begun || reached[i];
    reached[i] = reached[i] || (begun && i > 0 && path[i - 1] == '/');
  }
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos) {
    path.remove_prefix(path.rfind('/') + 1);  // npos + 1 is 0
  }
  Reached reached(path.size() + 1);
  reached[0] = true;
  while (!pattern.empty()) {
    if (pattern.starts_with("**/")) {
      read_folders(path, reached);
      pattern.remove_prefix(3);
    } else if (pattern.front() == '*') {
      const bool twice = pattern.starts_with("**");
      read_star(twice, path, reached);
      pattern.remove_prefix(twice ? 2 : 1);
    } else {
      read_byte(pattern.front(), path, reached);
      pattern.remove_prefix(1);
    }
  }
  return reached[path.size()];
}

}  // namespace postlint
