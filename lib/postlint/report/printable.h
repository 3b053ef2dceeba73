// Text that may go to a terminal. A draft is a stranger's text: an escape sequence in it must not
// move the cursor, and a bidi override must not turn the line around.
#pragma once

#include <string>
#include <string_view>

namespace postlint {

// `text` on one line, as valid UTF-8: a tab becomes a space; other control characters become their
// picture ("␛", "␀", "␤"); C1 controls, line and paragraph separators, bidi marks and overrides and
// invalid bytes become U+FFFD. Everything else stays.
std::string printable(std::string_view text);

}  // namespace postlint
