// From segments to tokens: the merge step of the tokenizer. Private to it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/text/links.h"
#include "postlint/text/segmenter.h"
#include "postlint/text/token.h"

namespace postlint {

// What the merge step reads: segments and links of one text, both in order.
struct TokenSources {
  std::string_view text;
  const std::vector<Segment>& segments;
  const std::vector<Link>& links;
  const std::function<bool(std::string_view)>& is_abbreviation;  // may be empty
};

// Replaces `tokens` and `folded`. The folded buffer begins with the whole text, its ASCII letters
// made small: most words are folded by that, at the place where they stand. The folded forms of
// the others follow.
void make_tokens(const TokenSources& sources, std::vector<Token>& tokens, std::string& folded);

}  // namespace postlint
