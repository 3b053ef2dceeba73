// What a message repeats of another one.
#pragma once

#include <cstddef>
#include <string_view>

namespace postlint {

// True if what stands at `offset` is quoted: in a line that begins with ">", as mails, Matrix and
// people at a keyboard quote, and as readers of HTML write a <blockquote>; or below a line with
// which mail programs introduce the mail that is answered or passed on:
//
//   -----Oorspronkelijk bericht-----
//   Van: Sanne de Vries            (with "Verzonden:" or "Datum:" in the next line)
//
// Dutch, English, German and French.
bool in_quote(std::string_view text, std::size_t offset);

}  // namespace postlint
