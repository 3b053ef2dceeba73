// Addresses in running text. Private to the tokenizer.
#pragma once

#include <string_view>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/text/token.h"

namespace postlint {

struct Link {
  Span span;
  TokenKind kind = TokenKind::url;  // or email
};

// Replaces `links` by the addresses in `text`, in order, none overlapping another:
//  - with a scheme: "https://x.nl/a"; file shares: "\\server\share";
//  - host names that begin with "www."; those with a path ("instagram.com/x") under a usual
//    top-level domain; bare ones ("school.nl") under one that is no word of the language;
//  - e-mail addresses with ASCII letters (RFC 5321, unquoted).
// Marks that end a sentence, closing quotes and brackets, and marks of emphasis are not part of
// what they follow; a closing bracket is, if it was opened inside. Linear in the text.
void find_links(std::string_view text, std::vector<Link>& links);

}  // namespace postlint
