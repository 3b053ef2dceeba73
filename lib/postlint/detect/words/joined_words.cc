#include "postlint/detect/words/joined_words.h"

#include <algorithm>
#include <array>

namespace postlint {
namespace {

constexpr std::size_t kShortest = 6;
constexpr std::size_t kLongest = 40;
constexpr std::size_t kShortestPiece = 2;
constexpr std::size_t kShortestWeighty = 3;

// What a row of words holds so far, as bits.
constexpr std::uint32_t kJoint = 1;
constexpr std::uint32_t kWeighty = 2;
constexpr std::uint32_t kStates = 4;

constexpr std::uint32_t kUnreached = 0xFFFF'FFFF;

// The row with the fewest words that ends at a place and holds what its state says.
struct Row {
  std::uint32_t words = kUnreached;
  std::uint32_t last_begins = 0;
  std::uint32_t state_before = 0;
};

using RowsAt = std::array<Row, kStates>;

bool is_reached(const RowsAt& rows) {
  return std::any_of(rows.begin(), rows.end(),
                     [](const Row& row) { return row.words != kUnreached; });
}

void extend(const RowsAt& from, std::uint32_t begin, std::uint32_t weight, RowsAt& to) {
  for (std::uint32_t state = 0; state < kStates; ++state) {
    Row& longer = to[state | weight];
    if (from[state].words == kUnreached || from[state].words + 1 >= longer.words) continue;
    longer = {from[state].words + 1, begin, state};
  }
}

}  // namespace

JoinedWords::JoinedWords(const Lexicon& lexicon)
    : joints_(lexicon.filling(WordRole::joint)), weighty_(lexicon.filling(WordRole::weighty)) {}

std::uint32_t JoinedWords::weight_of(std::string_view piece, const Lexicon& lexicon) const {
  const WordId word = lexicon.find(piece);
  if (word == kNoWord) return 0;
  const DictionarySet& set = lexicon.set(lexicon.set_of(word));
  const bool weighty = piece.size() >= kShortestWeighty && (set & weighty_).any();
  return ((set & joints_).any() ? kJoint : 0) | (weighty ? kWeighty : 0);
}

void JoinedWords::split(std::string_view word, const Lexicon& lexicon,
                        std::vector<std::uint32_t>& cuts) const {
  cuts.clear();
  const bool plain =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain || word.size() < kShortest || word.size() > kLongest || joints_.none()) return;
  std::array<RowsAt, kLongest + 1> rows;
  rows[0][0].words = 0;
  const auto size = static_cast<std::uint32_t>(word.size());
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    if (!is_reached(rows[begin])) continue;
    for (std::uint32_t end = begin + kShortestPiece; end <= size; ++end) {
      const std::uint32_t weight = weight_of(word.substr(begin, end - begin), lexicon);
      if (weight != 0) extend(rows[begin], begin, weight, rows[end]);
    }
  }
  std::uint32_t state = kJoint | kWeighty;
  if (rows[size][state].words == kUnreached) return;
  for (std::uint32_t at = size; at > 0;) {
    const Row row = rows[at][state];
    if (row.last_begins > 0) cuts.push_back(row.last_begins);
    at = row.last_begins;
    state = row.state_before;
  }
  std::reverse(cuts.begin(), cuts.end());
}

}  // namespace postlint
