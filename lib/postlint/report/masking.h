// Excerpts that may be written down: enough to recognise one's own words, not enough to leak them.
#pragma once

#include <string>
#include <string_view>

namespace postlint {

// Keeps the first and the last character where at least five stand between them, else none; every
// other letter and digit becomes "*", one an extended grapheme cluster; separators stay.
// "123456782" -> "1*******2", "Sanne" -> "*****".
std::string mask_excerpt(std::string_view words);

}  // namespace postlint
