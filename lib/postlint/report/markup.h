// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace postlint {

// `text` on one line, printable (report/printable.h), with references for the characters that would
// end a text or an attribute; characters that XML 1.0 has no room for become U+FFFD.
std::string escaped_markup(std::string_view text);

}  // namespace postlint
