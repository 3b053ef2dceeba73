// Excerpts that may be written down: enough to recognise one's own words, not enough to leak them.
#pragma once

#include <string>
#include <string_view>

namespace postlint {

// Keeps the first and the last character where at least five stand between them, else none; every
// other letter and digit becomes "*", one an extended grapheme cluster; separators stay.
// "123456782" -> "1*******2", "Sanne" -> "*****".
std::string mask_excerpt(std::string_view words);

// Every digit (ASCII) becomes "*" but the last two: "+31 6 12345678" -> "+** * ******78". For the
// name of somebody who has to be told from others.
std::string mask_digits(std::string_view name);

}  // namespace postlint
