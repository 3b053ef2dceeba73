#include "postlint/lexicon/lexicon.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/lexicon/builder.h"
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
  for (const WordId word : lexicon->words_in(lexicon->dictionaries({"mine"}))) {
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
