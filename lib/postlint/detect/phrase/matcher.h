// Runs a compiled phrase over the tokens around a place where it may match.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "postlint/detect/phrase/book.h"
#include "postlint/detect/words/annotations.h"

namespace postlint {

struct PhraseMatch {
  TokenRange range;     // the whole match
  TokenRange reported;  // what stands between « and »; the whole match if there are no marks
  std::uint32_t program = 0;  // in PhraseBook::programs

  friend auto operator<=>(const PhraseMatch&, const PhraseMatch&) = default;
};

// Simulates position automata, all starts at once: the work for one anchor is bounded by the length
// of the phrase, so that all of them take time linear in the tokens. Scratch of one thread.
class PhraseMatcher {
 public:
  // The leftmost, then longest match that holds the token `anchor`. None begins before `first`.
  std::optional<PhraseMatch> match(const PhraseBook& book, const Program& program,
                                   const Annotations& annotations, std::uint32_t anchor,
                                   std::uint32_t first);

 private:
  // A position that a thread has passed, standing before token `row`.
  struct State {
    std::uint32_t stamp = 0;  // of the run it belongs to
    std::uint32_t start = 0;  // token at which the match began
    std::uint32_t begin = 0;  // token at which this position began to match
    std::uint32_t parent_row = 0;
    std::uint32_t parent = 0;  // position; kNoParent at a match's start
    bool at_edge = false;      // no token since the match's start or since a "//"
  };

  void begin_run(std::uint32_t first_token);
  void start_at(std::uint32_t row);
  std::size_t advance_row(std::uint32_t row, std::size_t from);
  void advance_from(std::uint32_t row, std::uint32_t position);
  void try_position(std::uint32_t row, std::uint32_t position, const State& from,
                    std::uint32_t from_row, std::uint32_t from_position);
  void try_test(const Position& position, std::uint32_t index, std::uint32_t token, State next);
  bool holds(const CompiledTest& test, std::uint32_t token) const;
  std::uint32_t next_sentence_after(std::uint32_t token) const;
  bool only_marks_until_sentence_end(std::uint32_t token) const;
  bool only_marks_since_sentence_start(std::uint32_t token) const;
  void reach(std::uint32_t row, std::uint32_t position, const State& state);
  const Position& position_at(std::uint32_t index) const {
    return book_->positions[program_->positions.offset + index];
  }
  State& state(std::uint32_t row, std::uint32_t position);
  PhraseMatch trace(std::uint32_t row, std::uint32_t position);

  const PhraseBook* book_ = nullptr;
  const Program* program_ = nullptr;
  const Annotations* annotations_ = nullptr;
  const TokenMask* starts_ = nullptr;  // what a match's first token meets
  std::uint32_t anchor_ = 0;
  std::uint32_t first_token_ = 0;
  std::uint32_t stamp_ = 0;
  std::vector<State> states_;                        // rows of positions
  std::vector<std::vector<std::uint32_t>> reached_;  // by row: positions, in order
  std::uint32_t last_row_ = 0;
  bool accepted_ = false;
  std::uint32_t accepted_row_ = 0;
  std::uint32_t accepted_position_ = 0;
  std::uint32_t accepted_start_ = 0;
};

}  // namespace postlint
