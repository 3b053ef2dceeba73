#include "postlint/detect/phrase/compiler.h"

#include <algorithm>
#include <array>

#include "postlint/base/nearest.h"
#include "postlint/detect/phrase/anchor.h"
#include "postlint/detect/phrase/needs.h"
#include "postlint/detect/phrase/neighbours.h"

namespace postlint {
namespace {

constexpr std::size_t kMaxPositions = 4000;
constexpr std::uint32_t kMaxBefore = 200;

// What a part of a phrase is to its neighbours: Glushkov's sets.
struct Fragment {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
  bool nullable = false;
};

void append(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

// Compiles one phrase: tree -> positions with their followers, and an anchor.
class PhraseCompiler::OnePhrase {
 public:
  OnePhrase(PhraseCompiler& compiler, const SourceText& source, std::vector<EntityId>& entities,
            Errors& errors)
      : book_(compiler.book_),
        compiler_(compiler),
        source_(source),
        entities_(entities),
        errors_(errors) {}

  void compile(const PhraseNode& tree, std::uint32_t group) {
    const std::size_t errors_before = errors_.size();
    start_ = book_.positions.size();
    const Fragment whole = lay_out(tree);
    const PhraseAnchors anchors = choose_anchor(tree, book_, start_, *compiler_.costs_);
    const AnchorChoice& choice = anchors.best;
    if (errors_.size() != errors_before) return;
    if (whole.nullable) return fail("phrase.may-be-empty");
    if (choice.anchors.empty()) return fail("phrase.no-anchor");

    for (const std::uint32_t position : whole.last) at(position).accepting = true;
    Program program;
    program.positions = {static_cast<std::uint32_t>(start_),
                         static_cast<std::uint32_t>(follow_.size())};
    program.first = append_slice(book_.follow, whole.first);
    for (std::size_t i = 0; i < follow_.size(); ++i)
      book_.positions[start_ + i].follow = append_slice(book_.follow, follow_[i]);
    program.anchors = append_slice(book_.anchors, choice.anchors);
    program.before_anchor = std::min(choice.before, kMaxBefore);
    program.group = group;
    book_.programs.push_back(program);
    book_.sources.push_back(source_.as_written());
    add_masks(book_, compiler_.masks_);
    add_needs(anchors.others, book_, compiler_.masks_);
  }

 private:
  Fragment lay_out(const PhraseNode& node) {
    switch (node.kind) {
      case PhraseNode::Kind::sequence:
        return lay_out_sequence(node);
      case PhraseNode::Kind::alternatives:
        return lay_out_alternatives(node);
      case PhraseNode::Kind::repeat:
        return lay_out_repeat(node);
      case PhraseNode::Kind::test:
        return lay_out_position(Position::Kind::test, node.tests);
      case PhraseNode::Kind::sentence_start:
        return lay_out_position(Position::Kind::sentence_start, {});
      case PhraseNode::Kind::sentence_end:
        return lay_out_position(Position::Kind::sentence_end, {});
      case PhraseNode::Kind::next_sentence:
        return lay_out_position(Position::Kind::next_sentence, {});
      case PhraseNode::Kind::report_start:
        return lay_out_position(Position::Kind::report_start, {});
      case PhraseNode::Kind::report_end:
        return lay_out_position(Position::Kind::report_end, {});
    }
    return {};
  }

  Fragment lay_out_position(Position::Kind kind, const std::vector<PhraseTest>& tests) {
    const auto index = static_cast<std::uint32_t>(follow_.size());
    if (index == kMaxPositions) fail("phrase.too-large");
    if (index >= kMaxPositions) return {};
    Position position;
    position.kind = kind;
    std::vector<CompiledTest> compiled;
    for (const PhraseTest& test : tests) compiled.push_back(compile_test(test));
    position.tests = append_slice(book_.tests, compiled);
    book_.positions.push_back(position);
    follow_.emplace_back();
    return {{index}, {index}, false};
  }

  Fragment lay_out_sequence(const PhraseNode& node) {
    Fragment whole{{}, {}, true};
    for (const PhraseNode& child : node.children) whole = joined(whole, lay_out(child));
    return whole;
  }

  Fragment joined(const Fragment& left, const Fragment& right) {
    for (const std::uint32_t position : left.last) append(follow_[position], right.first);
    Fragment whole{left.first, right.last, left.nullable && right.nullable};
    if (left.nullable) append(whole.first, right.first);
    if (right.nullable) append(whole.last, left.last);
    return whole;
  }

  Fragment lay_out_alternatives(const PhraseNode& node) {
    Fragment whole;
    for (const PhraseNode& child : node.children) {
      const Fragment part = lay_out(child);
      append(whole.first, part.first);
      append(whole.last, part.last);
      whole.nullable = whole.nullable || part.nullable;
    }
    return whole;
  }

  // child{2,4} is laid out as child child child? child?
  Fragment lay_out_repeat(const PhraseNode& node) {
    Fragment whole{{}, {}, true};
    for (std::uint32_t i = 0; i < node.max; ++i) {
      Fragment copy = lay_out(node.children.front());
      copy.nullable = copy.nullable || i >= node.min;
      whole = joined(whole, copy);
    }
    return whole;
  }

  CompiledTest compile_test(const PhraseTest& test) {
    using Kind = CompiledTest::Kind;
    const std::string_view text = test.text;
    switch (test.kind) {
      case PhraseTest::Kind::word:
        return {Kind::word, test.negated, compiler_.lexicon_.add_phrase_word(text), 0};
      case PhraseTest::Kind::inflected:
      case PhraseTest::Kind::one_of:
        return compile_words(test);
      case PhraseTest::Kind::prefix:
        return compile_affix(Kind::prefix, test);
      case PhraseTest::Kind::suffix:
        return compile_affix(Kind::suffix, test);
      case PhraseTest::Kind::dictionary:
        return compile_dictionary(test);
      case PhraseTest::Kind::entity:
        return compile_entity(test);
      case PhraseTest::Kind::any:
        break;
    }
    return {Kind::any, test.negated, 0, 0};
  }

  // A test that any of some words meets.
  CompiledTest compile_words(const PhraseTest& test) {
    std::vector<WordId> words;
    if (test.kind == PhraseTest::Kind::inflected) add_forms(test.text, words);
    for (const PhraseTest& choice : test.choices) {
      if (choice.kind == PhraseTest::Kind::inflected) {
        add_forms(choice.text, words);
      } else {
        words.push_back(compiler_.lexicon_.add_phrase_word(choice.text));
      }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const Slice<WordId> stored = append_slice(book_.words, words);
    return {CompiledTest::Kind::words, test.negated, stored.offset, stored.count};
  }

  void add_forms(std::string_view word, std::vector<WordId>& words) {
    for (const WordClass word_class : {WordClass::noun, WordClass::adjective, WordClass::verb}) {
      for (const std::string& form : inflected_forms(word, word_class))
        words.push_back(compiler_.lexicon_.add_phrase_word(form));
    }
  }

  CompiledTest compile_affix(CompiledTest::Kind kind, const PhraseTest& test) {
    if (test.text.size() < 3) fail("phrase.short-affix", test.text);
    const auto offset = static_cast<std::uint32_t>(book_.texts.size());
    book_.texts += test.text;
    return {kind, test.negated, offset, static_cast<std::uint32_t>(test.text.size())};
  }

  CompiledTest compile_dictionary(const PhraseTest& test) {
    const auto dictionary = compiler_.lexicon_.dictionary(test.text);
    if (!dictionary) {
      fail("phrase.unknown-dictionary", test.text,
           nearest_name(test.text, compiler_.lexicon_.dictionary_names()));
    }
    return {CompiledTest::Kind::dictionary, test.negated, dictionary.value_or(0), 0};
  }

  CompiledTest compile_entity(const PhraseTest& test) {
    const auto names = token_class_names();
    const auto named = std::find(names.begin(), names.end(), test.text);
    if (named != names.end()) {
      return {CompiledTest::Kind::token_class, test.negated,
              static_cast<std::uint32_t>(named - names.begin()), 0};
    }
    const auto entity = compiler_.entity_(test.text);
    if (!entity) fail("phrase.unknown-entity", test.text, compiler_.nearest_entity_(test.text));
    if (entity) entities_.push_back(*entity);
    return {CompiledTest::Kind::entity, test.negated, entity.value_or(0), 0};
  }

  Position& at(std::uint32_t index) { return book_.positions[start_ + index]; }

  void fail(const char* key, std::string_view what = {}, std::string hint = {}) {
    errors_.push_back(
        {source_.place.file,
         source_.place.line,
         source_.place.column,
         {key,
          {{"phrase", source_.text}, {"what", std::string(what)}, {"hint", std::move(hint)}}}});
  }

  PhraseBook& book_;
  PhraseCompiler& compiler_;
  const SourceText& source_;
  std::vector<EntityId>& entities_;
  Errors& errors_;
  std::size_t start_ = 0;
  std::vector<std::vector<std::uint32_t>> follow_;  // by position, from start_
};

PhraseCompiler::PhraseCompiler(PhraseBook& book, Lexicon& lexicon,
                               std::function<std::optional<EntityId>(std::string_view)> entity,
                               std::function<std::string(std::string_view)> nearest_entity)
    : book_(book),
      lexicon_(lexicon),
      entity_(std::move(entity)),
      nearest_entity_(std::move(nearest_entity)),
      costs_(std::make_unique<AnchorCosts>(lexicon)) {}

PhraseCompiler::~PhraseCompiler() = default;

std::uint32_t PhraseCompiler::compile_group(std::span<const SourceText> phrases, Errors& errors) {
  const auto group = static_cast<std::uint32_t>(book_.groups.size());
  std::vector<EntityId> entities;
  const auto first_program = static_cast<std::uint32_t>(book_.programs.size());
  for (const SourceText& source : phrases) {
    auto tree = parse_phrase(source);
    if (tree) {
      gather_words(*tree);
      OnePhrase(*this, source, entities, errors).compile(*tree, group);
    } else {
      errors.insert(errors.end(), tree.error().begin(), tree.error().end());
    }
  }
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  const auto programs = static_cast<std::uint32_t>(book_.programs.size()) - first_program;
  book_.groups.push_back({{first_program, programs}});
  book_.group_entities.push_back(std::move(entities));
  return group;
}

}  // namespace postlint
