// Words that no list knows: disguised, misspelt, composed, typed as one.
#include "postlint/detect/words/word_knowledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// A list named after its first role and word.
WordList filling(std::vector<WordRole> roles, std::vector<std::string> words) {
  const std::string name = std::string(name_of(roles.front())) + "-" + words.front();
  return test::list(name, std::move(words), {}, std::move(roles));
}

Lexicon abusive_lexicon() {
  Lexicon lexicon;
  for (const WordList& words :
       {filling({WordRole::ordinary_word}, {"weer", "onderzoek", "sok", "dom", "goed"}),
        filling({WordRole::misspelt, WordRole::weighty},
                {"klootzak", "kutwijf", "sukkel", "debiel", "haat", "dood"}),
        filling({WordRole::masked, WordRole::weighty}, {"kut", "hond"}),
        filling({WordRole::group, WordRole::cursed_group, WordRole::misspelt, WordRole::weighty},
                {"moslims", "turk"}),
        filling({WordRole::joint}, {"vuile"}),
        filling({WordRole::joint}, {"ik", "jij", "bent", "een", "aan", "ga"}),
        filling({WordRole::abusive_prefix}, {"kanker", "kut"}),
        filling({WordRole::curse_prefix}, {"kanker"}), filling({WordRole::abusive_head}, {"juf"}),
        filling({WordRole::innocent_compound}, {"kankeronderzoek"}),
        filling({WordRole::reads_as_insult}, {"kutwijf"}),
        filling({WordRole::reads_as_slur}, {"kutturk"}),
        filling({WordRole::reads_as_curse}, {"kutzooi"})}) {
    EXPECT_TRUE(lexicon.add(words).has_value());
  }
  return lexicon;
}

std::vector<std::string> readings_of(std::string_view word, bool is_name_like = false) {
  const Lexicon lexicon = abusive_lexicon();
  std::vector<Reading> readings;
  WordReader(lexicon).read(word, is_name_like, lexicon, readings);
  std::vector<std::string> texts;
  for (const Reading& reading : readings) texts.emplace_back(lexicon.text_of(reading.word));
  return texts;
}

std::vector<std::uint32_t> cuts_of(std::string_view word) {
  const Lexicon lexicon = abusive_lexicon();
  std::vector<std::uint32_t> cuts{99};
  JoinedWords(lexicon).split(word, lexicon, cuts);
  return cuts;
}

TEST(WordReader, SeesThroughDisguise) {
  EXPECT_THAT(readings_of("d3b13l"), ElementsAre("debiel"));
  EXPECT_THAT(readings_of("suuuukkel"), ElementsAre("sukkel"));
  EXPECT_THAT(readings_of("kl**tzak"), ElementsAre("klootzak"));
  EXPECT_THAT(readings_of("k*t"), ElementsAre("kut"));
  EXPECT_THAT(readings_of("dooooom"), Contains("dom"))
      << "an ordinary word may be stretched as well";
}

TEST(WordReader, ReadsSlipsOfWordsWorthHiding) {
  EXPECT_THAT(readings_of("sukkle"), ElementsAre("sukkel"));
  EXPECT_THAT(readings_of("hata"), ElementsAre("haat"));
  EXPECT_THAT(readings_of("s1ukkel"), Contains("sukkel")) << "a slip in a disguise";
  EXPECT_THAT(readings_of("godt"), IsEmpty()) << "not of ordinary ones";
  EXPECT_THAT(readings_of("hodn"), IsEmpty()) << "nor of words that are mostly innocent";
}

TEST(WordReader, LeavesNamesAlone) {
  EXPECT_THAT(readings_of("sukkle", true), IsEmpty());
  EXPECT_THAT(readings_of("mslims", true), ElementsAre("moslims"))
      << "names of groups have capitals too";
}

TEST(WordReader, ReadsCompoundsOfACurse) {
  EXPECT_THAT(readings_of("kutjuf"), ElementsAre("kutwijf"));
  EXPECT_THAT(readings_of("kankerturk"), ElementsAre("kutturk"));
  EXPECT_THAT(readings_of("kankerweer"), ElementsAre("kutzooi"));
  EXPECT_THAT(readings_of("kutweer"), IsEmpty()) << "this prefix goes before persons alone";
  EXPECT_THAT(readings_of("kankeronderzoeken"), IsEmpty()) << "begins with an innocent word";
  EXPECT_THAT(readings_of("kankerxyz"), IsEmpty());
}

TEST(WordReader, KnowsNothingWithoutDictionaries) {
  const Lexicon lexicon;
  std::vector<Reading> readings;
  WordReader(lexicon).read("sukkle", false, lexicon, readings);
  EXPECT_THAT(readings, IsEmpty());
}

TEST(JoinedWords, FallApart) {
  EXPECT_THAT(cuts_of("jijbenteensukkel"), ElementsAre(3, 7, 10));
  EXPECT_THAT(cuts_of("ikhaat"), ElementsAre(2));
  EXPECT_THAT(cuts_of("doodaan"), ElementsAre(4));
  EXPECT_THAT(cuts_of("vuilehond"), ElementsAre(5));
}

TEST(JoinedWords, StayWhole) {
  EXPECT_THAT(cuts_of("moslimshaat"), IsEmpty()) << "a compound: no small word in it";
  EXPECT_THAT(cuts_of("ikbent"), IsEmpty()) << "nothing weighty in it";
  EXPECT_THAT(cuts_of("ikhaatx"), IsEmpty());
  EXPECT_THAT(cuts_of("gaik"), IsEmpty()) << "too short";
  EXPECT_THAT(cuts_of(std::string(50, 'a')), IsEmpty());
}

TEST(JoinedWords, KeepTheirPlacesInTheText) {
  const Lexicon lexicon = abusive_lexicon();
  Tokenizer tokenizer;
  Document document;
  document.assign("Zeg Ikhaat jou", tokenizer);
  Annotations annotations;
  annotations.annotate(document, lexicon, WordKnowledge(lexicon), 1);
  std::vector<std::string> words;
  for (const Token& token : document.tokens()) words.emplace_back(document.text_of(token));
  EXPECT_THAT(words, ElementsAre("Zeg", "Ik", "haat", "jou"));
  EXPECT_FALSE(document.tokens()[2].space_before);
  EXPECT_EQ(document.tokens()[2].casing, Casing::lower);
}

}  // namespace
}  // namespace postlint
