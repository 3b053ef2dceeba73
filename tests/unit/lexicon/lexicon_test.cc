#include "postlint/lexicon/lexicon.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/lexicon/builder.h"
#include "postlint/lexicon/list_order.h"
#include "unit/support.h"
#include "unit/temporary_folder.h"

namespace postlint {
namespace {

// The compiled form of the tests' lexicon, as a file in the folder.
std::string compiled_file(const test::TemporaryFolder& folder) {
  return folder.write("lexicon.dat", compile_lexicon(test::small_lexicon()));
}

bool is_in(const Lexicon& lexicon, std::string_view word, std::string_view dictionary) {
  return lexicon.in(lexicon.find(word), *lexicon.dictionary(dictionary));
}

std::vector<std::string> long_terms(const Lexicon& lexicon, std::string_view first,
                                    std::string_view second) {
  std::vector<LongTerm> terms;
  lexicon.terms_starting_with(lexicon.find(first), lexicon.find(second), terms);
  std::vector<std::string> texts;
  for (const LongTerm& term : terms) {
    std::string text;
    for (const WordId word : term.words)
      text += (text.empty() ? "" : " ") + std::string(lexicon.text_of(word));
    texts.push_back(text);
  }
  return texts;
}

void expect_small_lexicon(const Lexicon& lexicon) {
  EXPECT_TRUE(is_in(lexicon, "koe", "animals"));
  EXPECT_TRUE(is_in(lexicon, "paarden", "animals")) << "inflected";
  EXPECT_FALSE(is_in(lexicon, "koe", "first-names"));
  EXPECT_FALSE(is_in(lexicon, "guinees", "animals")) << "the first word of a term is not the term";
  EXPECT_EQ(lexicon.find("olifant"), kNoWord);
  EXPECT_EQ(lexicon.dictionary("dieren"), std::nullopt);
  EXPECT_THAT(long_terms(lexicon, "guinees", "biggetje"), testing::Contains("guinees biggetje"));
  EXPECT_THAT(long_terms(lexicon, "anne", "fleur"), testing::ElementsAre("anne fleur"));
}

TEST(Lexicon, KnowsWordsAndTerms) { expect_small_lexicon(test::small_lexicon()); }

TEST(Lexicon, IsTheSameFromItsFile) {
  const test::TemporaryFolder folder;
  const auto lexicon = Lexicon::open(compiled_file(folder));
  ASSERT_TRUE(lexicon.has_value()) << test::joined(lexicon.error());
  expect_small_lexicon(*lexicon);
}

TEST(Lexicon, IsTheSameFromBytes) {
  const std::string bytes = compile_lexicon(test::small_lexicon());
  auto lexicon = Lexicon::from_bytes(bytes, "words");
  ASSERT_TRUE(lexicon.has_value()) << test::joined(lexicon.error());
  const Lexicon moved = std::move(*lexicon);
  expect_small_lexicon(moved);
}

TEST(Lexicon, RefusesBytesThatAreNoLexicon) {
  const std::string whole = compile_lexicon(test::small_lexicon());
  const std::string shifted = "x" + whole;
  const auto key_of = [](std::string_view bytes) {
    const auto lexicon = Lexicon::from_bytes(bytes, "words");
    return lexicon ? "none"
                   : lexicon.error().front().file + " " + lexicon.error().front().message.key;
  };
  EXPECT_EQ(key_of({}), "words dictionary.broken-data");
  EXPECT_EQ(key_of(std::string_view(whole).substr(0, whole.size() - 1)),
            "words dictionary.broken-data");
  EXPECT_EQ(key_of(std::string_view(shifted).substr(1)), "words dictionary.misplaced-data");
}

TEST(Lexicon, TakesAUsersListBesideTheFile) {
  const test::TemporaryFolder folder;
  auto lexicon = Lexicon::open(compiled_file(folder));
  ASSERT_TRUE(lexicon.has_value());
  ASSERT_TRUE(lexicon->add(test::list("mine", {"koe", "zeekoe", "anne marie"})).has_value());
  expect_small_lexicon(*lexicon);
  EXPECT_TRUE(is_in(*lexicon, "koe", "mine"));
  EXPECT_TRUE(is_in(*lexicon, "koe", "animals"));
  EXPECT_TRUE(is_in(*lexicon, "zeekoe", "mine"));
  std::vector<std::string> mine;
  DictionarySet wanted;
  wanted.set(*lexicon->dictionary("mine"));
  for (const WordId word : lexicon->words_in(wanted)) {
    mine.emplace_back(lexicon->text_of(word));
  }
  EXPECT_THAT(mine, testing::ElementsAre("koe", "zeekoe"));
  EXPECT_THAT(long_terms(*lexicon, "anne", "marie"), testing::ElementsAre("anne marie"));
}

TEST(Lexicon, RefusesAListOfAKnownName) {
  Lexicon lexicon = test::small_lexicon();
  const auto again = lexicon.add(test::list("animals", {"kat"}));
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().front().message.key, "dictionary.duplicate");
}

TEST(Lexicon, KnowsWhichListsFillARole) {
  Lexicon compiled = test::small_lexicon();
  ASSERT_TRUE(compiled.add(test::list("titles", {"juf"}, {}, {WordRole::staff_title})));
  const std::string bytes = compile_lexicon(compiled);
  auto lexicon = Lexicon::from_bytes(bytes, "words");
  ASSERT_TRUE(lexicon.has_value());
  ASSERT_TRUE(lexicon->add(test::list("more", {"coach"}, {}, {WordRole::staff_title})));
  EXPECT_TRUE(lexicon->in(lexicon->find("juf"), WordRole::staff_title));
  EXPECT_TRUE(lexicon->in(lexicon->find("coach"), WordRole::staff_title)) << "several may";
  EXPECT_FALSE(lexicon->in(lexicon->find("koe"), WordRole::staff_title));
  EXPECT_FALSE(lexicon->in(kNoWord, WordRole::staff_title));
  EXPECT_EQ(lexicon->filling({WordRole::staff_title, WordRole::common_word}).count(), 3U);
  EXPECT_TRUE(lexicon->filling(WordRole::picture).none());
}

TEST(Lexicon, TakesOneListForARoleOfOneWord) {
  Lexicon lexicon;
  ASSERT_TRUE(lexicon.add(test::list("one", {"kutwijf"}, {}, {WordRole::reads_as_insult})));
  const auto other = lexicon.add(test::list("two", {"sukkel"}, {}, {WordRole::reads_as_insult}));
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(other.error().front().message.key, "dictionary.role-twice");
}

TEST(Lexicon, HoldsAsManyListsAsItSays) {
  Lexicon lexicon;
  for (std::size_t i = lexicon.dictionary_names().size(); i < kMaxDictionaries; ++i)
    ASSERT_TRUE(lexicon.add(test::list("list" + std::to_string(i), {"koe"}))) << i;
  EXPECT_TRUE(is_in(lexicon, "koe", "list2"));
  EXPECT_TRUE(is_in(lexicon, "koe", "list1023"));
  const auto more = lexicon.add(test::list("more", {"koe"}));
  ASSERT_FALSE(more.has_value());
  EXPECT_EQ(test::joined(more.error()),
            "There are too many word lists: postlint knows 1,024 at most.\n");
  const std::string bytes = compile_lexicon(lexicon);
  const auto mapped = Lexicon::from_bytes(bytes, "words");
  ASSERT_TRUE(mapped.has_value());
  EXPECT_TRUE(is_in(*mapped, "koe", "list1023"));
}

// A list that includes others, in whatever order they come.
WordList including(std::string name, std::vector<std::string> terms,
                   const std::vector<std::string>& others) {
  WordList words = test::list(std::move(name), std::move(terms));
  for (const std::string& other : others) words.includes.push_back({other, {"x.txt", 4, 0}});
  return words;
}

TEST(Lexicon, IncludesTheTermsOfOtherLists) {
  const std::string bytes = compile_lexicon(test::small_lexicon());
  auto lexicon = Lexicon::from_bytes(bytes, "words");
  ASSERT_TRUE(lexicon.has_value());
  const Errors errors = add_lists(
      {including("zoo", {"aap"}, {"birds", "animals"}),
       including("birds", {"mus", "grote bonte specht"}, {}), including("mine", {}, {"zoo"})},
      *lexicon);
  ASSERT_TRUE(errors.empty()) << test::joined(errors);
  for (const char* word : {"aap", "mus", "koe", "paarden"})
    EXPECT_TRUE(is_in(*lexicon, word, "mine")) << word;
  EXPECT_FALSE(is_in(*lexicon, "aap", "birds"));
  EXPECT_FALSE(is_in(*lexicon, "sanne", "mine"));
  EXPECT_EQ(long_terms(*lexicon, "grote", "bonte").size(), 3U) << "of birds, zoo and mine";
  EXPECT_EQ(lexicon->size_of(*lexicon->dictionary("birds")), 2U);
  EXPECT_EQ(lexicon->size_of(*lexicon->dictionary("mine")),
            3U + lexicon->size_of(*lexicon->dictionary("animals")));
}

TEST(Lexicon, SaysWhichInclusionsCannotBe) {
  Lexicon lexicon = test::small_lexicon();
  EXPECT_EQ(test::joined(add_lists({including("zoo", {"aap"}, {"animls"})}, lexicon)),
            "x.txt:4: There is no word list 'animls' to include. Did you mean 'animals'?\n");
  const Errors circle =
      add_lists({including("a", {"aap"}, {"b"}), including("b", {"beer"}, {"a"})}, lexicon);
  ASSERT_FALSE(circle.empty());
  EXPECT_EQ(test::joined({circle.front()}),
            "x.txt:4: This word list includes 'a', and that one includes this one. Let one of them "
            "include the other.\n");
}

TEST(Lexicon, RefusesFilesThatAreNotWhole) {
  const test::TemporaryFolder folder;
  const std::string path = compiled_file(folder);
  const auto size = std::filesystem::file_size(path);
  for (const std::uintmax_t cut : {std::uintmax_t{0}, std::uintmax_t{7}, size / 2, size - 8}) {
    std::filesystem::resize_file(compiled_file(folder), cut);
    EXPECT_FALSE(Lexicon::open(path).has_value()) << cut;
  }
}

TEST(Lexicon, SplitsTermsAtSpacesAndHyphens) {
  EXPECT_THAT(split_term("e-mail adres"), testing::ElementsAre("e", "mail", "adres"));
  EXPECT_THAT(split_term("-"), testing::IsEmpty());
}

}  // namespace
}  // namespace postlint
