#include "postlint/text/document.h"

#include <algorithm>

namespace postlint {

void Document::assign(std::string_view source, Tokenizer& tokenizer) {
  source_ = source;
  normalize(source, normalized_);
  tokenizer.tokenize(normalized_.text, tokens_, folded_);
}

TokenRange Document::tokens_in(Span span) const {
  const auto first = std::partition_point(tokens_.begin(), tokens_.end(), [&](const Token& token) {
    return token.span.end <= span.begin;
  });
  const auto last = std::partition_point(
      first, tokens_.end(), [&](const Token& token) { return token.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens_.begin()),
          static_cast<std::uint32_t>(last - tokens_.begin())};
}

}  // namespace postlint
