// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace postlint {

// `text` on one line, printable (report/printable.h), with references for the characters that would
// end a text or an attribute; characters that XML 1.0 has no room for become U+FFFD.
std::string escaped_markup(std::string_view text);

// A path, or a word in an address, as a URI reference (RFC 3986): what is no ASCII letter, digit or
// one of "-._~/" is escaped.
std::string address_part(std::string_view path);

}  // namespace postlint
