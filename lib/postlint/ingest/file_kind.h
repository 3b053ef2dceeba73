// What a file that is no text seems to be, for those who have to be told that it was not read.
#pragma once

#include <string_view>

namespace postlint {

// By the first bytes: "image", "pdf", "archive", "office" (Office 97, Outlook), "sound", "program",
// "data" (none of these). As the argument of the message "door.binary".
std::string_view kind_of_binary(std::string_view bytes);

// True if hardly any control characters stand in it, white space and the escapes of terminals
// apart, and it does not begin as images, archives and PDF do.
bool is_text(std::string_view head);

}  // namespace postlint
