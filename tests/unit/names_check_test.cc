// Nobody's name and no town is an insult: every surname and place of the lists, by itself and in a
// sentence, without one finding on conduct.
#include <string>

#include <gtest/gtest.h>

#include "postlint/lexicon/word_list.h"
#include "postlint/linter.h"

namespace postlint {
namespace {

class NamesCheck : public testing::TestWithParam<const char*> {};

std::string capitalised(std::string term) {
  for (std::size_t i = 0; i < term.size(); ++i) {
    const bool starts_word = i == 0 || term[i - 1] == ' ' || term[i - 1] == '-';
    if (starts_word && term[i] >= 'a' && term[i] <= 'z')
      term[i] = static_cast<char>(term[i] - 'a' + 'A');
  }
  return term;
}

TEST_P(NamesCheck, NoneIsTakenForAnInsult) {
  LoadOptions options;
  options.data_directory = POSTLINT_DATA_DIR;
  const auto loaded = Linter::load(options);
  ASSERT_NE(loaded.linter, nullptr);
  const auto list =
      read_word_list(std::string(POSTLINT_SOURCE_DIR "/dictionaries/names/") + GetParam() + ".txt");
  ASSERT_TRUE(list.has_value());
  Linter::Scratch scratch(*loaded.linter);
  for (const std::string& term : list->terms) {
    const std::string name = capitalised(term);
    for (const std::string& draft : {name, "Wij zijn bij " + name + " geweest."}) {
      for (const Finding& finding : loaded.linter->check({draft, {}}, scratch).findings) {
        EXPECT_NE(finding.rule->family, "conduct") << draft << ": " << finding.rule->id;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Lists, NamesCheck,
                         testing::Values("surnames", "first-names", "places", "street-names"));

}  // namespace
}  // namespace postlint
