#include "postlint/detect/phrase/matcher.h"

#include <algorithm>

namespace postlint {
namespace {

constexpr std::uint32_t kNoParent = 0xFFFF'FFFF;
// Transparent tokens (emoji, quotation marks) that a phrase looks through in a row, at most.
constexpr std::uint32_t kMaxSkipped = 8;
// Room for transparent tokens when going back from an anchor.
constexpr std::uint32_t kBackSlack = 3;
// No match is longer than this many tokens.
constexpr std::uint32_t kMaxRows = 512;

}  // namespace

std::optional<PhraseMatch> PhraseMatcher::match(const PhraseBook& book, const Program& program,
                                                const Annotations& annotations,
                                                std::uint32_t anchor, std::uint32_t first) {
  book_ = &book;
  program_ = &program;
  annotations_ = &annotations;
  const std::uint32_t back = program.before_anchor == 0 ? 0 : program.before_anchor + kBackSlack;
  anchor_ = anchor;
  starts_ = &book.masks[program.starts];
  begin_run(std::max(first, anchor > back ? anchor - back : 0));
  for (std::uint32_t row = 0; row <= last_row_; ++row) {
    const std::size_t advanced = advance_row(row, 0);  // who started earlier goes first
    if (first_token_ + row <= anchor) start_at(row);
    advance_row(row, advanced);
    if (first_token_ + row < anchor) last_row_ = std::max(last_row_, row + 1);
  }
  if (!accepted_) return std::nullopt;
  return trace(accepted_row_, accepted_position_);
}

void PhraseMatcher::begin_run(std::uint32_t first_token) {
  first_token_ = first_token;
  last_row_ = 0;
  accepted_ = false;
  for (auto& row : reached_) row.clear();
  if (reached_.empty()) reached_.emplace_back();
  if (++stamp_ == 0) {  // stamps of four thousand million runs ago could be taken for ours
    states_.clear();
    stamp_ = 1;
  }
}

PhraseMatcher::State& PhraseMatcher::state(std::uint32_t row, std::uint32_t position) {
  const std::size_t index = std::size_t{row} * program_->positions.count + position;
  if (index >= states_.size()) states_.resize(index + program_->positions.count);
  return states_[index];
}

void PhraseMatcher::start_at(std::uint32_t row) {
  const std::uint32_t token = first_token_ + row;
  if (token >= annotations_->size() || !annotations_->mask(token).meets(*starts_)) return;
  const State start{stamp_, token, token, 0, kNoParent, true};
  for (const std::uint32_t first : program_->first.of(book_->follow))
    try_position(row, first, start, row, kNoParent);
}

// Advances from the positions reached at a row, those from number `from` on. Returns how many there
// are.
std::size_t PhraseMatcher::advance_row(std::uint32_t row, std::size_t from) {
  std::size_t next = from;
  while (row < reached_.size() && next < reached_[row].size())
    advance_from(row, reached_[row][next++]);
  return next;
}

// From a passed position to those that may follow it, here or after what phrases look through.
void PhraseMatcher::advance_from(std::uint32_t row, std::uint32_t position) {
  const auto followers = position_at(position).follow.of(book_->follow);
  const State from = state(row, position);
  const std::uint32_t token = first_token_ + row;
  const bool may_cross = from.at_edge;
  for (std::uint32_t skipped = 0; skipped <= kMaxSkipped; ++skipped) {
    const std::uint32_t here = token + skipped;
    const bool crosses =
        here > 0 && here < annotations_->size() && annotations_->starts_sentence(here);
    for (const std::uint32_t next : followers) {
      const auto kind = position_at(next).kind;
      if (kind == Position::Kind::test && crosses && !(may_cross && skipped == 0)) continue;
      try_position(row + skipped, next, from, row, position);
    }
    if (here >= annotations_->size() || (crosses && !(may_cross && skipped == 0)) ||
        !annotations_->is_transparent(here)) {
      break;
    }
  }
}

void PhraseMatcher::try_position(std::uint32_t row, std::uint32_t index, const State& from,
                                 std::uint32_t from_row, std::uint32_t from_position) {
  const Position& position = position_at(index);
  const std::uint32_t token = first_token_ + row;
  const bool at_edge = position.kind != Position::Kind::test &&
                       (from.at_edge || position.kind == Position::Kind::next_sentence);
  const State next{stamp_, from.start, token, from_row, from_position, at_edge};
  switch (position.kind) {
    case Position::Kind::test:
      if (token < annotations_->size()) try_test(position, index, token, next);
      break;
    case Position::Kind::sentence_start:
      if (only_marks_since_sentence_start(token)) reach(row, index, next);
      break;
    case Position::Kind::sentence_end:
      if (only_marks_until_sentence_end(token)) reach(row, index, next);
      break;
    case Position::Kind::next_sentence: {
      const std::uint32_t sentence = next_sentence_after(token);
      if (sentence < annotations_->size()) reach(sentence - first_token_, index, next);
      break;
    }
    case Position::Kind::report_start:
    case Position::Kind::report_end:
      reach(row, index, next);
      break;
  }
}

// The one test that may take several tokens (a term, a thing found) gives the length, or lengths;
// the others must hold for the first token.
void PhraseMatcher::try_test(const Position& position, std::uint32_t index, std::uint32_t token,
                             State next) {
  using Kind = CompiledTest::Kind;
  const CompiledTest* longer = nullptr;
  for (const CompiledTest& test : position.tests.of(book_->tests)) {
    const bool may_be_long =
        !test.negated && (test.kind == Kind::dictionary || test.kind == Kind::entity);
    if (may_be_long && longer == nullptr) {
      longer = &test;
    } else if (!holds(test, token)) {
      return;
    }
  }
  const std::uint32_t row = token - first_token_;
  if (longer == nullptr) return reach(row + 1, index, next);
  if (longer->kind == Kind::dictionary) {
    const auto dictionary = static_cast<DictionaryId>(longer->value);
    if (annotations_->is_in(token, dictionary)) reach(row + 1, index, next);
    for (const TermMatch& term : annotations_->terms_at(token)) {
      if (term.dictionary == dictionary) reach(row + term.range.size(), index, next);
    }
    return;
  }
  const auto found = annotations_->entity(longer->value);
  auto it = std::lower_bound(found.begin(), found.end(), TokenRange{token, 0});
  for (; it != found.end() && it->begin == token; ++it) reach(row + it->size(), index, next);
}

bool PhraseMatcher::holds(const CompiledTest& test, std::uint32_t token) const {
  using Kind = CompiledTest::Kind;
  const Annotations& all = *annotations_;
  bool is_so = false;
  switch (test.kind) {
    case Kind::any:
      is_so = true;
      break;
    case Kind::word:
      is_so = all.is_word(token, test.value);
      break;
    case Kind::words: {
      const auto words = test.words().of(book_->words);
      const auto readings = all.readings(token);
      is_so = std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return std::binary_search(words.begin(), words.end(), reading.word);
      });
      break;
    }
    case Kind::prefix:
      is_so = all.document().folded(all.token(token)).starts_with(book_->text_of(test.affix()));
      break;
    case Kind::suffix:
      is_so = all.document().folded(all.token(token)).ends_with(book_->text_of(test.affix()));
      break;
    case Kind::dictionary:
      is_so = all.is_in(token, static_cast<DictionaryId>(test.value));
      break;
    case Kind::entity: {
      const auto found = all.entity(test.value);
      const auto behind =
          std::upper_bound(found.begin(), found.end(), TokenRange{token, 0xFFFF'FFFF});
      is_so = behind != found.begin() && std::prev(behind)->end > token;
      break;
    }
    case Kind::token_class:
      is_so = all.is_in_class(token, static_cast<TokenClass>(test.value));
      break;
  }
  const bool needs_word = test.kind == Kind::any || test.negated;
  return is_so != test.negated && !(needs_word && all.is_mark(token));
}

std::uint32_t PhraseMatcher::next_sentence_after(std::uint32_t token) const {
  const std::uint32_t size = annotations_->size();
  while (token < size && !(token > 0 && annotations_->starts_sentence(token))) {
    if (!annotations_->is_mark(token)) return size;
    ++token;
  }
  return token;
}

bool PhraseMatcher::only_marks_until_sentence_end(std::uint32_t token) const {
  if (token == 0) return false;
  for (std::uint32_t i = token; i < annotations_->size() && !annotations_->starts_sentence(i);
       ++i) {
    if (!annotations_->is_mark(i) || i - token > kMaxRows) return false;
  }
  return true;
}

bool PhraseMatcher::only_marks_since_sentence_start(std::uint32_t token) const {
  if (token >= annotations_->size()) return false;
  for (std::uint32_t i = token; !annotations_->starts_sentence(i); --i) {
    if (!annotations_->is_mark(i - 1) || token - i > kMaxRows) return false;
  }
  return true;
}

void PhraseMatcher::reach(std::uint32_t row, std::uint32_t position, const State& reached) {
  if (row >= kMaxRows) return;
  State& known = state(row, position);
  const bool is_new = known.stamp != stamp_;
  if (!is_new && known.start <= reached.start) return;
  known = reached;  // of two ways here, the one that began earlier
  while (reached_.size() <= row) reached_.emplace_back();
  if (is_new) reached_[row].push_back(position);
  last_row_ = std::max(last_row_, row);
  const bool holds_anchor = first_token_ + row > anchor_;  // else another anchor finds it
  if (!holds_anchor || !position_at(position).accepting) return;
  const bool better = !accepted_ || reached.start < accepted_start_ ||
                      (reached.start == accepted_start_ && row > accepted_row_);
  if (!better) return;
  accepted_ = true;
  accepted_row_ = row;
  accepted_position_ = position;
  accepted_start_ = reached.start;
}

// Walks back from the last position to the first; the tokens of positions between the report marks
// are what is reported.
PhraseMatch PhraseMatcher::trace(std::uint32_t row, std::uint32_t position) {
  PhraseMatch match;
  match.program = static_cast<std::uint32_t>(program_ - book_->programs.data());
  match.range = {first_token_ + row, first_token_ + row};
  bool has_marks = false;
  bool inside = false;
  bool is_last = true;
  while (position != kNoParent) {
    const State at = state(row, position);
    const auto kind = position_at(position).kind;
    if (kind == Position::Kind::report_end) inside = true;
    if (kind == Position::Kind::report_start) inside = false;
    if (kind == Position::Kind::test) {
      const TokenRange tokens{at.begin, first_token_ + row};
      if (is_last) match.range.end = tokens.end;
      is_last = false;
      match.range.begin = tokens.begin;
      if (inside) match.reported = {tokens.begin, has_marks ? match.reported.end : tokens.end};
      has_marks = has_marks || inside;
    }
    row = at.parent_row;
    position = at.parent;
  }
  if (!has_marks) match.reported = match.range;
  return match;
}

}  // namespace postlint
