// Patterns for file names, as ignore files write them.
#pragma once

#include <string_view>

namespace postlint {

// Whether `path` (absolute) is meant by `pattern` in a file that lies in `folder` (absolute):
//   "*.eml"           the name alone, in any folder
//   "brieven/*.txt"   beside the file: "*" and "?" (any one letter) stop at "/"
//   "brieven/**"      "**" is any number of folders, and all that is in them
//   "/srv/school/**"  from the root of the file system
// Takes time in proportion to the product of both lengths at most.
bool path_matches(std::string_view pattern, std::string_view folder, std::string_view path);

}  // namespace postlint
