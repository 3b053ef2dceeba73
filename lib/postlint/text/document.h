// One draft's text after all stages of text/: what detectors read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/text/normalization.h"
#include "postlint/text/token.h"
#include "postlint/text/tokenizer.h"

namespace postlint {

// Owns the working text, the folded words and the tokens; spans and views point into them and are
// valid until the next assign(). Reuse one document for many drafts: its buffers grow, never
// shrink. Not thread-safe.
class Document {
 public:
  // `source` must outlive this use of the document.
  void assign(std::string_view source, Tokenizer& tokenizer);

  std::string_view source() const { return source_; }         // the author's bytes
  std::string_view text() const { return normalized_.text; }  // working text
  std::span<const Token> tokens() const { return tokens_; }
  // Cuts a token of ASCII letters into several, after each of `cuts`: bytes into it, ascending.
  void split(std::uint32_t token, std::span<const std::uint32_t> cuts);
  std::size_t repaired() const { return normalized_.repaired; }

  std::string_view text_of(const Token& token) const { return token.span.of(text()); }
  std::string_view folded(const Token& token) const { return token.folded.of(folded_); }

  // From the first token's first byte to the last one's last, in the working text.
  // Precondition: the range is not empty.
  Span span_of(TokenRange range) const {
    return {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
  }
  // The tokens that a span of the working text touches; empty if it touches none.
  TokenRange tokens_in(Span span) const;

  // A span of the working text as a span of the author's bytes.
  Span to_source(Span span) const { return normalized_.to_source.to_source(span); }

 private:
  std::string_view source_;
  NormalizedText normalized_;
  std::string folded_;
  std::vector<Token> tokens_;
};

}  // namespace postlint
