#include "postlint/detect/phrase/anchor.h"

#include <algorithm>
#include <utility>

namespace postlint {
namespace {

// How many tokens an element may take that is not a plain word.
constexpr std::uint32_t kLongestTerm = 8;
constexpr std::uint32_t kLongestEntity = 16;

double cost_of_class(TokenClass token_class) {
  switch (token_class) {
    case TokenClass::url:
    case TokenClass::email:
    case TokenClass::handle:
    case TokenClass::hashtag:
      return 5;
    case TokenClass::caps:
      return 20;
    case TokenClass::emoji:
    case TokenClass::number:
      return 40;
    case TokenClass::capitalised:
      return 100;
    case TokenClass::punctuation:
      return 150;
    case TokenClass::word:
    case TokenClass::lower:
      return 800;
  }
  return 800;
}

bool is_class(std::string_view name) {
  return std::find(token_class_names().begin(), token_class_names().end(), name) !=
         token_class_names().end();
}

std::uint32_t longest(const PhraseNode& node) {
  std::uint32_t length = 0;
  switch (node.kind) {
    case PhraseNode::Kind::test:
      length = 1;
      for (const PhraseTest& test : node.tests) {
        if (test.kind == PhraseTest::Kind::dictionary) length = std::max(length, kLongestTerm);
        if (test.kind == PhraseTest::Kind::entity && !is_class(test.text)) length = kLongestEntity;
      }
      return length;
    case PhraseNode::Kind::sequence:
      for (const PhraseNode& child : node.children) length += longest(child);
      return length;
    case PhraseNode::Kind::alternatives:
      for (const PhraseNode& child : node.children) length = std::max(length, longest(child));
      return length;
    case PhraseNode::Kind::repeat:
      return node.max * longest(node.children.front());
    case PhraseNode::Kind::next_sentence:
      return 4;  // marks between two sentences
    default:
      return 0;
  }
}

// Walks a phrase and its positions in step, and notes the parts that no match can do without.
class AnchorChooser {
 public:
  AnchorChooser(const PhraseBook& book, std::size_t start, AnchorCosts& costs)
      : book_(book), start_(start), costs_(costs) {}

  PhraseAnchors choose_all(const PhraseNode& tree) {
    PhraseAnchors anchors{choose(tree), std::move(parts_)};
    if (anchors.best.anchors.empty()) return anchors;
    std::erase_if(anchors.others, [&](const AnchorChoice& part) {
      return part.anchors.empty() ||
             part.anchors.front().position == anchors.best.anchors.front().position;
    });
    return anchors;
  }

 private:
  AnchorChoice choose(const PhraseNode& node) {
    switch (node.kind) {
      case PhraseNode::Kind::test:
        return noted(anchor_of_test());
      case PhraseNode::Kind::sequence:
        return anchor_of_sequence(node);
      case PhraseNode::Kind::alternatives:
        return noted(optional([&] { return anchor_of_alternatives(node); }));
      case PhraseNode::Kind::repeat:
        return anchor_of_repeat(node);
      default:
        ++next_position_;
        return {};
    }
  }

  AnchorChoice noted(AnchorChoice part) {
    if (optional_depth_ == 0) parts_.push_back(part);
    return part;
  }

  // Chooses in a part that some matches do without.
  template <typename Choose>
  AnchorChoice optional(Choose choose_in_it) {
    ++optional_depth_;
    AnchorChoice part = choose_in_it();
    --optional_depth_;
    return part;
  }

  AnchorChoice anchor_of_sequence(const PhraseNode& node) {
    AnchorChoice best;
    std::uint32_t before = 0;
    for (const PhraseNode& child : node.children) {
      AnchorChoice choice = choose(child);
      choice.before += before;
      before += longest(child);
      if (choice.cost < best.cost) best = std::move(choice);
    }
    return best;
  }

  AnchorChoice anchor_of_alternatives(const PhraseNode& node) {
    AnchorChoice all;
    all.cost = 0;
    bool every_part_has_one = true;
    for (const PhraseNode& child : node.children) {
      const AnchorChoice choice = choose(child);
      every_part_has_one = every_part_has_one && !choice.anchors.empty();
      all.anchors.insert(all.anchors.end(), choice.anchors.begin(), choice.anchors.end());
      all.cost += choice.cost;
      all.before = std::max(all.before, choice.before);
    }
    return every_part_has_one ? all : AnchorChoice{};
  }

  // Walks as many positions as lay_out_repeat made, so that positions and nodes stay in step.
  AnchorChoice anchor_of_repeat(const PhraseNode& node) {
    AnchorChoice first;
    for (std::uint32_t i = 0; i < node.max; ++i) {
      const auto choose_copy = [&] { return choose(node.children.front()); };
      AnchorChoice choice = i < node.min ? choose_copy() : optional(choose_copy);
      if (i == 0 && node.min > 0) first = std::move(choice);
    }
    return first;
  }

  AnchorChoice anchor_of_test() {
    AnchorChoice best;
    if (start_ + next_position_ >= book_.positions.size()) return best;  // the phrase is too large
    const auto index = static_cast<std::uint32_t>(next_position_++);
    const Position& position = book_.positions[start_ + index];
    for (const CompiledTest& test : position.tests.of(book_.tests)) {
      AnchorChoice choice = anchor_of(test);
      if (choice.cost < best.cost) best = std::move(choice);
    }
    for (Anchor& anchor : best.anchors) anchor.position = index;
    return best;
  }

  AnchorChoice anchor_of(const CompiledTest& test) {
    AnchorChoice choice;
    if (test.negated || test.kind == CompiledTest::Kind::any) return choice;
    switch (test.kind) {
      case CompiledTest::Kind::word:
        choice.anchors = {{Anchor::Kind::word, test.value}};
        choice.cost = costs_.of_word(test.value);
        break;
      case CompiledTest::Kind::words:
        choice.cost = 0;
        for (const WordId word : test.words().of(book_.words)) {
          choice.anchors.push_back({Anchor::Kind::word, word});
          choice.cost += costs_.of_word(word);
        }
        break;
      case CompiledTest::Kind::dictionary:
        choice.anchors = {{Anchor::Kind::dictionary, test.value}};
        choice.cost = costs_.of_dictionary(static_cast<DictionaryId>(test.value));
        break;
      case CompiledTest::Kind::entity:
        choice.anchors = {{Anchor::Kind::entity, test.value}};
        choice.cost = 15;
        break;
      case CompiledTest::Kind::token_class:
        choice.anchors = {{Anchor::Kind::token_class, test.value}};
        choice.cost = cost_of_class(static_cast<TokenClass>(test.value));
        break;
      case CompiledTest::Kind::prefix:
        choice.anchors = {{Anchor::Kind::prefix, test.value, test.count}};
        choice.cost = 8;
        break;
      case CompiledTest::Kind::suffix:
        choice.anchors = {{Anchor::Kind::suffix, test.value, test.count}};
        choice.cost = 8;
        break;
      case CompiledTest::Kind::any:
        break;
    }
    return choice;
  }

  const PhraseBook& book_;
  std::size_t start_;
  AnchorCosts& costs_;
  std::size_t next_position_ = 0;  // from start_
  std::vector<AnchorChoice> parts_;
  int optional_depth_ = 0;
};

}  // namespace

PhraseAnchors choose_anchor(const PhraseNode& tree, const PhraseBook& book, std::size_t start,
                            AnchorCosts& costs) {
  return AnchorChooser(book, start, costs).choose_all(tree);
}

double AnchorCosts::of_word(WordId word) const {
  const std::string_view text = lexicon_.text_of(word);
  const bool is_mark =
      text.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos;
  if (lexicon_.in(word, WordRole::common_word)) return 60;
  return is_mark ? 120 : 1;
}

double AnchorCosts::of_dictionary(DictionaryId dictionary) {
  const auto [known, is_new] = dictionaries_.try_emplace(dictionary, 0);
  if (is_new) {
    const auto size = static_cast<double>(lexicon_.size_of(dictionary));
    known->second = 2 + size / 300 + 60 * static_cast<double>(lexicon_.common_words_in(dictionary));
  }
  return known->second;
}

}  // namespace postlint
