// Prose for a terminal of a given width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postlint {

// Breaks `text` at white space into lines of at most `first_width` (the first) and `width` (the
// others) columns. A word wider than a line stands alone on one; it is never cut. Always at least
// one line; the first is empty where the next has more room for its first word.
std::vector<std::string> wrap(std::string_view text, std::size_t first_width, std::size_t width);

}  // namespace postlint
