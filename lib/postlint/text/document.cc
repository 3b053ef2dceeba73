#include "postlint/text/document.h"

#include <algorithm>

namespace postlint {

void Document::assign(std::string_view source, Tokenizer& tokenizer) {
  source_ = source;
  normalize(source, normalized_);
  tokenizer.tokenize(normalized_.text, tokens_, folded_);
}

void Document::split(std::uint32_t token, std::span<const std::uint32_t> cuts) {
  const Token whole = tokens_[token];
  tokens_.insert(tokens_.begin() + token, cuts.size(), whole);
  for (std::size_t i = 0; i <= cuts.size(); ++i) {
    const std::uint32_t begin = i == 0 ? 0 : cuts[i - 1];
    const std::uint32_t end = i == cuts.size() ? whole.span.size() : cuts[i];
    Token& piece = tokens_[token + i];
    piece.span = {whole.span.begin + begin, whole.span.begin + end};
    piece.folded = {whole.folded.begin + begin, whole.folded.begin + end};
    piece.space_before = whole.space_before && i == 0;
    if (i > 0 && whole.casing == Casing::capitalised) piece.casing = Casing::lower;
  }
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
