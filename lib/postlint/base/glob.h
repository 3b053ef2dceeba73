// Patterns for file names, as .gitignore has them:
//
//   *.md             that name, in any folder
//   nieuwsbrief/*    what lies in that folder
//   archief/**/*.md  at any depth below it; "archief/**" is all of it
//
// "*" is any run of characters without "/", "?" one of them, "**" also crosses folders; everything
// else stands for itself, and capitals count.
#pragma once

#include <string_view>

namespace postlint {

// `path` is relative to the folder the pattern speaks about, with "/" between its parts. Takes time
// in proportion to the product of both lengths at most.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace postlint
