#include "postlint/rules/phrase.h"

#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

// A phrase's tree in one line, to compare.
std::string shown(const PhraseNode& node) {
  using Kind = PhraseNode::Kind;
  std::string inner;
  const char* separator = node.kind == Kind::alternatives ? "|" : " ";
  for (const PhraseNode& child : node.children)
    inner += (inner.empty() ? "" : separator) + shown(child);
  switch (node.kind) {
    case Kind::sequence:
    case Kind::alternatives:
      return "(" + inner + ")";
    case Kind::repeat:
      return inner + "{" + std::to_string(node.min) + "," + std::to_string(node.max) + "}";
    case Kind::sentence_start:
      return "^";
    case Kind::sentence_end:
      return "$";
    case Kind::next_sentence:
      return "//";
    case Kind::report_start:
      return "«";
    case Kind::report_end:
      return "»";
    case Kind::test:
      break;
  }
  for (const PhraseTest& test : node.tests) {
    constexpr const char* kMarks[] = {"", "~", "*", "-", "[]", "<>", "_", ""};
    std::string text = test.text;
    for (const PhraseTest& choice : test.choices)
      text +=
          (text.empty() ? "" : "/") + choice.text + kMarks[static_cast<std::size_t>(choice.kind)];
    inner += (inner.empty() ? "" : "&") + std::string(test.negated ? "!" : "") + text +
             kMarks[static_cast<std::size_t>(test.kind)];
  }
  return inner;
}

struct Case {
  const char* phrase;
  const char* tree;
};

class Phrase : public testing::TestWithParam<Case> {};

TEST_P(Phrase, IsReadAsItIsMeant) {
  const auto tree = parse_phrase({GetParam().phrase, {}});
  ASSERT_TRUE(tree.has_value()) << test::joined(tree.error());
  EXPECT_EQ(shown(*tree), GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(
    All, Phrase,
    testing::Values(Case{"hou je bek", "(hou je bek)"}, Case{"Café", "cafe"},
                    Case{"e-mail", "(e mail)"}, Case{"(hou|houd) je bek", "((hou|houd) je bek)"},
                    Case{"hou toch? je", "(hou toch{0,1} je)"},
                    Case{"een _{0,3} sukkel~", "(een _{0,3} sukkel~)"},
                    Case{"pest* *kop", "(pest* kop-)"},
                    Case{"[dieren]&<capitalised>", "dieren[]&capitalised<>"},
                    Case{"[dieren]&!koe", "dieren[]&!koe"}, Case{"^ a $ // b", "(^ a $ // b)"},
                    Case{"ww is «_»", "(ww is « _ »)"}, Case{"wat \\?", "(wat ?)"},
                    Case{"a (b c | d (e | f))", "(a ((b c)|(d (e|f))))"}));

class GatheredPhrase : public testing::TestWithParam<Case> {};

TEST_P(GatheredPhrase, AsksForItsWordsAtOnce) {
  auto tree = parse_phrase({GetParam().phrase, {}});
  ASSERT_TRUE(tree.has_value()) << test::joined(tree.error());
  gather_words(*tree);
  EXPECT_EQ(shown(*tree), GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(All, GatheredPhrase,
                         testing::Values(Case{"(hou|houd) je bek", "(hou/houd je bek)"},
                                         Case{"een (sukkel~|trut)", "(een sukkel~/trut)"},
                                         Case{"(a|b c|[dieren]|d)", "((b c)|dieren[]|a/d)"},
                                         Case{"(!a|b|c&d)",
                                              "(!a|b|c&d)"},  // nothing to put together
                                         Case{"(a b|c (d|e){2,3})", "((a b)|(c d/e{2,3}))"}));

class WrongPhrase : public testing::TestWithParam<Case> {};

TEST_P(WrongPhrase, IsRefusedWithItsPlace) {
  const auto tree = parse_phrase({GetParam().phrase, {"f.toml", 3, 9}});
  ASSERT_FALSE(tree.has_value());
  EXPECT_EQ(test::joined(tree.error()), std::string("f.toml:3:9: ") + GetParam().tree + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongPhrase,
    testing::Values(
        Case{"een (twee", "In the phrase 'een (twee' the '(' is not closed (position 10)."},
        Case{"een)", "In the phrase 'een)' something unexpected stands at position 4: ')'."},
        Case{"[dieren", "In the phrase '[dieren' the '[' is not closed (position 2)."},
        Case{"a | ", "In the phrase 'a | ' a choice at position 5 has no words."},
        Case{"a{3,1}",
             "In the phrase 'a{3,1}' the repeat at position 6 is wrong. Write {2} or {0,3}, up to "
             "12."},
        Case{"a{0,99}",
             "In the phrase 'a{0,99}' the repeat at position 7 is wrong. Write {2} or {0,3}, up to "
             "12."},
        Case{"!e-mail",
             "In the phrase '!e-mail' only one word can stand in the place of 'e-mail' (position "
             "8)."},
        Case{"«a", "In the phrase '«a' « and » must come in pairs (position 3)."}));

}  // namespace
}  // namespace postlint
