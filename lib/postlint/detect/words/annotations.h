// What is known about the tokens of one document: which words they are, in which dictionaries, in
// which sentence; and, as detection goes on, what rules and signals found where.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/detect/words/entity.h"
#include "postlint/detect/words/token_mask.h"
#include "postlint/detect/words/word_knowledge.h"
#include "postlint/lexicon/lexicon.h"
#include "postlint/text/document.h"

namespace postlint {

// A dictionary's term of several words, where it stands.
struct TermMatch {
  TokenRange range;
  DictionaryId dictionary;
};

// Scratch of one thread: annotate() starts anew and keeps the buffers.
class Annotations {
 public:
  // All must outlive this use. Words of the document that were typed as one are cut apart.
  void annotate(Document& document, const Lexicon& lexicon, const WordKnowledge& words,
                std::size_t entity_count);

  const Document& document() const { return *document_; }
  const Lexicon& lexicon() const { return *lexicon_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_->tokens().size()); }
  const Token& token(std::uint32_t index) const { return document_->tokens()[index]; }

  // The plain reading first, then those of a disguised or composed word.
  std::span<const Reading> readings(std::uint32_t index) const {
    return {readings_.data() + reading_starts_[index],
            reading_starts_[index + 1] - reading_starts_[index]};
  }
  bool is_word(std::uint32_t index, WordId word) const;
  bool is_in(std::uint32_t index, DictionaryId dictionary) const;

  // Terms of several words that begin at a token.
  std::span<const TermMatch> terms_at(std::uint32_t index) const;
  std::span<const TermMatch> terms() const { return terms_; }

  // All that may be said of a token, the terms that it is in among it.
  const TokenMask& mask(std::uint32_t index) const { return masks_[index]; }
  // Of its neighbours in the sentence.
  const TokenMask& mask_before(std::uint32_t index) const {
    return starts_sentence(index) ? kEdge : masks_[index - 1];
  }
  const TokenMask& mask_behind(std::uint32_t index) const {
    return index + 1 == size() || starts_sentence(index + 1) ? kEdge : masks_[index + 1];
  }
  bool is_in_class(std::uint32_t index, TokenClass token_class) const {
    return masks_[index].has(token_class);
  }
  // Quotation marks, emphasis marks, emoji, a hyphen inside a word: phrases look through them.
  bool is_transparent(std::uint32_t index) const {
    return masks_[index].has(TokenTrait::transparent);
  }
  // Punctuation, symbol or emoji.
  bool is_mark(std::uint32_t index) const { return masks_[index].has(TokenTrait::mark); }
  bool starts_sentence(std::uint32_t index) const;
  TokenRange sentence(std::uint32_t number) const {
    return {sentence_starts_[number], sentence_starts_[number + 1]};
  }
  std::uint32_t sentence_count() const {
    return static_cast<std::uint32_t>(sentence_starts_.size() - 1);
  }

  // What an entity found, by position.
  std::span<const TokenRange> entity(EntityId id) const { return entities_[id]; }
  // Whether one of them reaches from one sentence into another.
  bool crosses_sentences(EntityId id) const {
    return entities_[id].empty() ? false : entity_crosses_[id];
  }
  void set_entity(EntityId id, std::vector<TokenRange> ranges);

 private:
  void read_tokens(Document& document, const WordKnowledge& words);
  void read_token(Document& document, std::uint32_t index, const WordKnowledge& words);
  void describe_tokens();
  bool is_of_class(std::uint32_t index, TokenClass token_class) const;
  bool is_looked_through(std::uint32_t index) const;
  void find_terms();
  std::uint32_t next_in_term(std::uint32_t index) const;
  void match_terms_at(std::uint32_t index, WordId first);
  void forget_entities(std::size_t entity_count);
  void find_sentences();
  void find_quotations();

  static constexpr TokenMask kEdge = TokenMask::of(TokenTrait::edge);

  const Document* document_ = nullptr;
  const Lexicon* lexicon_ = nullptr;
  std::vector<Reading> readings_;
  std::vector<std::uint32_t> reading_starts_;
  std::vector<TokenMask> masks_;
  std::vector<TermMatch> terms_;
  std::vector<std::uint32_t> sentence_starts_;
  std::vector<std::vector<TokenRange>> entities_;
  std::vector<bool> entity_crosses_;      // sentences
  std::vector<EntityId> known_entities_;  // those to forget at the next start
  std::vector<std::uint32_t> cuts_;
  std::vector<LongTerm> long_terms_;
};

}  // namespace postlint
