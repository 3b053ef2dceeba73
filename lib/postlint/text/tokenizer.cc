#include "postlint/text/tokenizer.h"

#include <utility>

#include "postlint/text/links.h"
#include "postlint/text/segmenter.h"
#include "postlint/text/token_maker.h"

namespace postlint {

struct Tokenizer::Impl {
  void merge(std::string_view text, std::vector<Token>& tokens, std::string& folded) {
    find_links(text, links);
    make_tokens({text, segments, links, is_abbreviation}, tokens, folded);
  }

  AbbreviationTest is_abbreviation;
  Segmenter segmenter;
  std::vector<Segment> segments;
  std::vector<Link> links;
};

Tokenizer::Tokenizer(AbbreviationTest is_abbreviation) : impl_(std::make_unique<Impl>()) {
  impl_->is_abbreviation = std::move(is_abbreviation);
}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

void Tokenizer::tokenize(std::string_view text, std::vector<Token>& tokens, std::string& folded) {
  impl_->segmenter.segment(text, impl_->segments);
  impl_->merge(text, tokens, folded);
}

void Tokenizer::tokenize_with_icu(std::string_view text, std::vector<Token>& tokens,
                                  std::string& folded) {
  impl_->segmenter.segment_with_icu(text, impl_->segments);
  impl_->merge(text, tokens, folded);
}

}  // namespace postlint
