// Files in UTF-16, as Windows programs save them: they begin with a byte-order mark.
#pragma once

#include <functional>
#include <string_view>

namespace postlint {

// True if a file begins with the byte-order mark of UTF-16, in either order.
bool is_utf16(std::string_view bytes);

// Gives such a file as UTF-8 to `write`, piece by piece; false as soon as that is. The mark becomes
// U+FEFF and half a surrogate pair U+FFFD, so that every unit of the file is a unit of the result:
// what stands behind n UTF-16 units of the one stands behind 2n bytes of the other. A byte left
// over at the end is dropped.
bool utf8_from_utf16(std::string_view bytes,
                     const std::function<bool(std::string_view piece)>& write);

}  // namespace postlint
