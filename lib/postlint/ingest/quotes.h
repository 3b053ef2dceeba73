// What a message repeats of another one, and what stands below it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/ingest/record.h"

namespace postlint {

// The stretches of a text that are quoted, whole lines, in order: lines that begin with ">", as
// mails, Matrix and people at a keyboard quote, and as readers of HTML write a <blockquote>, with
// the line above them that says who wrote it; and all below a line with which mail programs
// introduce the mail that is answered or passed on:
//
//   Op ma 10 maart 2025 om 08:00 schreef Sanne <sanne@example.org>:
//   -----Oorspronkelijk bericht-----
//   Van: Sanne de Vries            (with "Verzonden:" below it, or "Datum:" and "Aan:" or
//                                  "Onderwerp:" or an address: memos have sender and date too)
//
// Dutch, English, German and French. The text is at most 1 GiB.
std::vector<Span> quotes_in(std::string_view text);

// The same of a mail's text, as its reader makes it, with the first line where that is the subject
// of another mail: "Re: nummer", "Antw: nummer", "FW: nummer".
std::vector<Span> quotes_in_mail(std::string_view text);

// True if what stands at `offset` is quoted.
bool in_quote(std::string_view text, std::size_t offset);

// The text with spaces for all that it quotes: as long as it was, with its line ends.
std::string without_quotes(std::string_view text);

// Where the signature begins: at the last line that is "-- " (RFC 3676, 4.3), with a dozen lines
// below it at most; the size of the text if there is none.
std::size_t signature_begin(std::string_view text);

// The same of a record, each of whose parts is a text of its own: none swallows another. A mail
// begins with no quoted header, unless it is an answer. `with_subject`: as quotes_in_mail().
std::vector<Span> quotes_of(const Record& record, bool with_subject);
std::vector<Span> signatures_of(const Record& record);

// The text with spaces for these stretches: as long as it was, with its line ends.
std::string without(std::string_view text, std::span<const Span> stretches);

}  // namespace postlint
