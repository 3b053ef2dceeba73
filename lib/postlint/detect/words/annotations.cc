#include "postlint/detect/words/annotations.h"

#include <algorithm>
#include <optional>

#include "postlint/text/folding.h"

namespace postlint {
namespace {

// A quotation longer than this is taken for two stray marks.
constexpr std::uint32_t kLongestQuotation = 150;

bool is_wordlike(TokenKind kind) { return kind == TokenKind::word || kind == TokenKind::number; }

// What closes a quotation that `mark` opens; empty: it opens none.
std::string_view closing_of(std::string_view mark) {
  if (mark == "\"") return "\"";
  if (mark == "'") return "'";
  if (mark == "“" || mark == "„" || mark == "”") return "“”\"";
  if (mark == "‘" || mark == "‚" || mark == "’") return "‘’'";
  if (mark == "«") return "»";
  return {};
}

}  // namespace

void Annotations::annotate(Document& document, const Lexicon& lexicon, const WordKnowledge& words,
                           std::size_t entity_count) {
  document_ = &document;
  lexicon_ = &lexicon;
  forget_entities(entity_count);
  read_tokens(document, words);
  describe_tokens();
  find_sentences();
  find_terms();
  find_quotations();
}

void Annotations::read_tokens(Document& document, const WordKnowledge& words) {
  readings_.clear();
  reading_starts_.clear();
  for (std::uint32_t i = 0; i < size(); ++i) {
    reading_starts_.push_back(static_cast<std::uint32_t>(readings_.size()));
    read_token(document, i, words);
  }
  reading_starts_.push_back(static_cast<std::uint32_t>(readings_.size()));
}

void Annotations::read_token(Document& document, std::uint32_t index, const WordKnowledge& words) {
  const std::string_view folded = document.folded(token(index));
  WordId word = lexicon_->find(folded);
  if (word == kNoWord && token(index).kind == TokenKind::word) {
    words.joined.split(folded, *lexicon_, cuts_);
    if (!cuts_.empty()) {
      document.split(index, cuts_);
      word = lexicon_->find(document.folded(token(index)));
    }
  }
  readings_.push_back({word, word == kNoWord ? DictionarySetId{0} : lexicon_->set_of(word)});
  if (word != kNoWord || token(index).kind != TokenKind::word) return;
  const bool is_name_like = token(index).casing == Casing::capitalised && index > 0 &&
                            token(index).sentence == token(index - 1).sentence;
  words.reader.read(folded, is_name_like, *lexicon_, readings_);
}

void Annotations::describe_tokens() {
  masks_.clear();
  for (std::uint32_t i = 0; i < size(); ++i) {
    TokenMask mask;
    for (const Reading& reading : readings(i)) {
      if (reading.word == kNoWord) continue;
      const DictionarySet& dictionaries = lexicon_->set(reading.set);
      mask.add(dictionaries);
      if (dictionaries[kPhraseWord]) mask.add_word(reading.word);
    }
    for (std::size_t it = 0; it < kTokenClasses; ++it) {
      if (is_of_class(i, static_cast<TokenClass>(it))) mask.add(static_cast<TokenClass>(it));
    }
    const TokenKind kind = token(i).kind;
    const bool is_mark =
        kind == TokenKind::punctuation || kind == TokenKind::symbol || kind == TokenKind::emoji;
    mask.add(is_mark ? TokenTrait::mark : TokenTrait::no_mark);
    if (is_looked_through(i)) mask.add(TokenTrait::transparent);
    masks_.push_back(mask);
  }
}

bool Annotations::is_word(std::uint32_t index, WordId word) const {
  const auto all = readings(index);
  return std::any_of(all.begin(), all.end(),
                     [&](const Reading& reading) { return reading.word == word; });
}

bool Annotations::is_in(std::uint32_t index, DictionaryId dictionary) const {
  const auto all = readings(index);
  return std::any_of(all.begin(), all.end(), [&](const Reading& reading) {
    return lexicon_->set(reading.set)[dictionary];
  });
}

void Annotations::find_terms() {
  terms_.clear();
  for (std::uint32_t i = 0; i + 1 < size(); ++i) {
    for (const Reading& reading : readings(i)) {
      if (reading.word != kNoWord && lexicon_->set(reading.set)[kStartsTerm])
        match_terms_at(i, reading.word);
    }
  }
}

// The token after `index` that a term may go on with; size(): none.
std::uint32_t Annotations::next_in_term(std::uint32_t index) const {
  std::uint32_t next = index + 1;
  while (next < size() && is_transparent(next)) ++next;
  return next < size() && token(next).sentence == token(index).sentence ? next : size();
}

void Annotations::match_terms_at(std::uint32_t index, WordId first) {
  const std::uint32_t second = next_in_term(index);
  if (second == size()) return;
  long_terms_.clear();
  for (const Reading& reading : readings(second)) {
    if (reading.word != kNoWord) lexicon_->terms_starting_with(first, reading.word, long_terms_);
  }
  for (const LongTerm& term : long_terms_) {
    std::uint32_t last = second;
    std::size_t matched = 2;
    while (matched < term.words.size()) {
      const std::uint32_t next = next_in_term(last);
      if (next == size() || !is_word(next, term.words[matched])) break;
      last = next;
      ++matched;
    }
    if (matched < term.words.size()) continue;
    terms_.push_back({{index, last + 1}, term.dictionary});
    masks_[index].add_dictionary(term.dictionary);
    masks_[last].add_dictionary(term.dictionary);
  }
}

std::span<const TermMatch> Annotations::terms_at(std::uint32_t index) const {
  const auto [first, last] = std::equal_range(
      terms_.begin(), terms_.end(), TermMatch{{index, index}, 0},
      [](const TermMatch& a, const TermMatch& b) { return a.range.begin < b.range.begin; });
  const auto skipped = static_cast<std::size_t>(first - terms_.begin());
  return std::span(terms_).subspan(skipped, static_cast<std::size_t>(last - first));
}

bool Annotations::is_of_class(std::uint32_t index, TokenClass token_class) const {
  const Token& it = token(index);
  switch (token_class) {
    case TokenClass::number:
      return it.kind == TokenKind::number;
    case TokenClass::url:
      return it.kind == TokenKind::url;
    case TokenClass::email:
      return it.kind == TokenKind::email;
    case TokenClass::handle:
      return it.kind == TokenKind::handle;
    case TokenClass::hashtag:
      return it.kind == TokenKind::hashtag;
    case TokenClass::emoji:
      return it.kind == TokenKind::emoji;
    case TokenClass::word:
      return it.kind == TokenKind::word;
    case TokenClass::punctuation:
      return it.kind == TokenKind::punctuation || it.kind == TokenKind::symbol;
    case TokenClass::capitalised:
      return it.kind == TokenKind::word &&
             (it.casing == Casing::capitalised || it.casing == Casing::upper ||
              it.casing == Casing::mixed);
    case TokenClass::caps:
      return it.kind == TokenKind::word && it.casing == Casing::upper && it.folded.size() >= 2;
    case TokenClass::lower:
      return it.kind == TokenKind::word && it.casing == Casing::lower;
  }
  return false;
}

bool Annotations::is_looked_through(std::uint32_t index) const {
  const Token& it = token(index);
  if (it.kind == TokenKind::emoji) return true;
  if (it.kind != TokenKind::punctuation && it.kind != TokenKind::symbol) return false;
  const std::string_view mark = document_->text_of(it);
  if (mark == "*" || mark == "_" || mark == "»" || !closing_of(mark).empty()) return true;
  if (mark != "-" || it.space_before || index == 0 || index + 1 == size()) return false;
  return !token(index + 1).space_before && is_wordlike(token(index - 1).kind) &&
         is_wordlike(token(index + 1).kind);
}

bool Annotations::starts_sentence(std::uint32_t index) const {
  return index == 0 || token(index).sentence != token(index - 1).sentence;
}

void Annotations::find_sentences() {
  sentence_starts_.clear();
  for (std::uint32_t i = 0; i < size(); ++i) {
    while (sentence_starts_.size() <= token(i).sentence) sentence_starts_.push_back(i);
  }
  sentence_starts_.push_back(size());
}

// The nearest closing mark in the same line of text; an apostrophe opens one only after white
// space.
void Annotations::find_quotations() {
  std::vector<TokenRange> found;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Token& opening = token(i);
    if (opening.kind != TokenKind::punctuation && opening.kind != TokenKind::symbol) continue;
    const std::string_view mark = document_->text_of(opening);
    const std::string_view closing = closing_of(mark);
    if (closing.empty() || i + 1 >= size() || token(i + 1).space_before) continue;
    if (i > 0 && !opening.space_before && is_wordlike(token(i - 1).kind)) continue;
    const std::uint32_t end = std::min(size(), i + kLongestQuotation);
    for (std::uint32_t j = i + 1; j < end; ++j) {
      if (!is_mark(j) || token(j).space_before) continue;
      if (closing.find(document_->text_of(token(j))) == std::string_view::npos) continue;
      if (j > i + 1) found.push_back({i, j + 1});
      i = j;
      break;
    }
  }
  if (!found.empty()) set_entity(kQuotation, std::move(found));
}

void Annotations::forget_entities(std::size_t entity_count) {
  for (const EntityId id : known_entities_) {
    entities_[id].clear();
    entity_crosses_[id] = false;
  }
  known_entities_.clear();
  entities_.resize(entity_count);
  entity_crosses_.resize(entity_count);
}

void Annotations::set_entity(EntityId id, std::vector<TokenRange> ranges) {
  entities_[id] = std::move(ranges);
  known_entities_.push_back(id);
  entity_crosses_[id] =
      std::any_of(entities_[id].begin(), entities_[id].end(), [this](const TokenRange& range) {
        return token(range.begin).sentence != token(range.end - 1).sentence;
      });
}

}  // namespace postlint
