// What is done to a mail before it is parsed, so that the parser cannot be made to recurse or to
// take memory without end, and sees what mail programs see.
#pragma once

#include <string>
#include <string_view>

namespace postlint {

struct BoundedMail {
  std::string bytes;  // as long as the mail, or cut at its end; each byte where it was
  std::string cut;    // why some of it is not there, as the argument of "mail.cut"; empty: all is
};

// Addresses beyond 64 KB or two hundred colons of one header become spaces; the mail ends before
// its part 4001; an attached mail that is encoded as a whole is called an attachment like any
// other.
BoundedMail bounded_mail(std::string_view mail);

}  // namespace postlint
