#include "postlint/detect/phrase/neighbours.h"

#include <algorithm>
#include <vector>

namespace postlint {
namespace {

// A phrase looks through transparent tokens: beside one of them anything may follow.
TokenMask transparent() { return TokenMask::of(TokenTrait::transparent); }

TokenMask edge() {
  TokenMask mask = TokenMask::of(TokenTrait::edge);
  mask.add(TokenTrait::mark);  // marks between a word and the edge do not count
  return mask;
}

// Every token for which the test holds meets the mask.
TokenMask mask_of(const CompiledTest& test, const PhraseBook& book) {
  using Kind = CompiledTest::Kind;
  TokenMask mask;
  if (test.negated || test.kind == Kind::any) return TokenMask::of(TokenTrait::no_mark);
  switch (test.kind) {
    case Kind::word:
      mask.add_word(test.value);
      return mask;
    case Kind::words:
      for (const WordId word : test.words().of(book.words)) mask.add_word(word);
      return mask;
    case Kind::dictionary:
      mask.add_dictionary(static_cast<DictionaryId>(test.value));
      return mask;
    case Kind::token_class:
      mask.add(static_cast<TokenClass>(test.value));
      return mask;
    default:
      return TokenMask::everything();
  }
}

// Of several tests, all of which hold, the first that says anything.
TokenMask mask_of(const Position& position, const PhraseBook& book) {
  const auto tests = position.tests.of(book.tests);
  for (const CompiledTest& test : tests) {
    const TokenMask mask = mask_of(test, book);
    if (!test.negated && test.kind != CompiledTest::Kind::any && mask != TokenMask::everything())
      return mask;
  }
  return mask_of(tests.front(), book);
}

bool is_report_mark(const Position& position) {
  return position.kind == Position::Kind::report_start ||
         position.kind == Position::Kind::report_end;
}

// The neighbours of the positions of one program.
class Neighbours {
 public:
  Neighbours(const PhraseBook& book, const Program& program)
      : book_(book), program_(program), before_(program.positions.count) {
    for (std::uint32_t i = 0; i < program.positions.count; ++i) {
      for (const std::uint32_t next : followers(i)) before_[next].push_back(i);
    }
  }

  TokenMask starts() const {
    TokenMask mask = transparent();
    for (const std::uint32_t first : program_.first.of(book_.follow)) mask.add(beginning(first));
    return mask;
  }

  // What stands before the position's first token.
  TokenMask before(std::uint32_t index) const {
    TokenMask mask = transparent();
    if (is_first(index)) return TokenMask::everything();
    for (const std::uint32_t previous : before_[index]) {
      const Position& position = at(previous);
      if (position.kind == Position::Kind::test) {
        mask.add(mask_of(position, book_));
      } else if (position.kind == Position::Kind::sentence_start) {
        mask.add(edge());
      } else {
        mask.add(is_report_mark(position) ? before(previous) : TokenMask::everything());
      }
    }
    return mask;
  }

  // What stands after the position's last token.
  TokenMask behind(std::uint32_t index) const {
    if (at(index).accepting) return TokenMask::everything();
    TokenMask mask = transparent();
    for (const std::uint32_t next : followers(index)) {
      const Position& position = at(next);
      if (position.kind == Position::Kind::test) {
        mask.add(mask_of(position, book_));
      } else if (position.kind == Position::Kind::sentence_end) {
        mask.add(edge());
      } else {
        mask.add(is_report_mark(position) ? behind(next) : TokenMask::everything());
      }
    }
    return mask;
  }

 private:
  const Position& at(std::uint32_t index) const {
    return book_.positions[program_.positions.offset + index];
  }
  std::span<const std::uint32_t> followers(std::uint32_t index) const {
    return at(index).follow.of(book_.follow);
  }
  bool is_first(std::uint32_t index) const {
    const auto first = program_.first.of(book_.follow);
    return std::find(first.begin(), first.end(), index) != first.end();
  }

  // What the first token of a match from the position on must meet.
  TokenMask beginning(std::uint32_t index) const {
    const Position& position = at(index);
    if (position.kind == Position::Kind::test) return mask_of(position, book_);
    if (!is_report_mark(position) && position.kind != Position::Kind::sentence_start)
      return TokenMask::everything();
    TokenMask mask;
    for (const std::uint32_t next : followers(index)) mask.add(beginning(next));
    return mask;
  }

  const PhraseBook& book_;
  const Program& program_;
  std::vector<std::vector<std::uint32_t>> before_;  // by position: those that it may follow
};

bool has_next_sentence(std::span<const Position> positions) {
  return std::any_of(positions.begin(), positions.end(), [](const Position& position) {
    return position.kind == Position::Kind::next_sentence;
  });
}

bool has_entity(std::span<const CompiledTest> tests) {
  return std::any_of(tests.begin(), tests.end(), [](const CompiledTest& test) {
    return test.kind == CompiledTest::Kind::entity;
  });
}

}  // namespace

std::uint32_t number_of_mask(PhraseBook& book, std::map<TokenMask, std::uint32_t>& known,
                             const TokenMask& mask) {
  const auto [entry, is_new] =
      known.try_emplace(mask, static_cast<std::uint32_t>(book.masks.size()));
  if (is_new) book.masks.push_back(mask);
  return entry->second;
}

void add_masks(PhraseBook& book, std::map<TokenMask, std::uint32_t>& known) {
  Program& program = book.programs.back();
  const Neighbours neighbours(book, program);
  program.starts = number_of_mask(book, known, neighbours.starts());
  const std::span<const Position> positions = program.positions.of(book.positions);
  program.crosses_sentences = has_next_sentence(positions);
  program.has_entities = std::any_of(
      positions.begin(), positions.end(),
      [&](const Position& position) { return has_entity(position.tests.of(book.tests)); });
  for (Anchor& anchor : program.anchors.of(book.anchors)) {
    anchor.before = number_of_mask(book, known, neighbours.before(anchor.position));
    anchor.behind = number_of_mask(book, known, neighbours.behind(anchor.position));
  }
}

}  // namespace postlint
