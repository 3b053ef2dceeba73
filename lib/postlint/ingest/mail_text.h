// From the bytes of a mail's part to text, with the way back: transfer encodings and charsets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/ingest/mapped_text.h"

namespace postlint {

enum class TransferEncoding { none, quoted_printable, base64, uuencode };

// Decodes a part (RFC 2045) that stands at `source`, and appends it as UTF-8. Charsets other than
// UTF-8, ASCII, ISO 8859-1 and windows-1252 go through iconv, line by line: then a finding's place
// is exact to the line. An unknown charset is read as UTF-8, or as windows-1252 where that cannot
// be.
void append_mail_text(std::string_view raw, std::uint64_t source, TransferEncoding encoding,
                      std::string_view charset, MappedText& out);

// The bytes of a part, decoded.
std::string decoded_part(std::string_view raw, TransferEncoding encoding);

}  // namespace postlint
