// What a learned score sees of a sentence.
#include "postlint/detect/learned/features.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "postlint/detect/detector.h"
#include "unit/support.h"

namespace postlint {
namespace {

// Features of sentences of a small rule book whose classes are animals and first names.
class Features : public testing::Test {
 protected:
  Features() : book_(test::rules_from(test::rule_with("kind = \"phrase\"\nmatch = \"daan\""))) {
    spec_.classes = {*book_.lexicon.dictionary("animals")};
    spec_.masked = {entity_of_rule(0)};
    spec_.finish(book_.lexicon);
  }

  std::set<std::uint32_t> of(const std::string& text, std::uint32_t sentence = 0) {
    Tokenizer tokenizer;
    Document document;
    document.assign(text, tokenizer);
    Detector detector(book_);
    detector.detect(document, {});
    FeatureReader reader;
    reader.start(spec_, detector.annotations());
    std::vector<Feature> features;
    reader.read_sentence(sentence, features);
    std::set<std::uint32_t> keys;
    for (const Feature& feature : features) keys.insert(feature.key);
    return keys;
  }

  std::size_t of_kind(const std::string& text, FeatureKind kind) {
    std::size_t count = 0;
    for (const std::uint32_t key : of(text)) count += kind_of_key(key) == kind;
    return count;
  }

  RuleBook book_;
  FeatureSpec spec_;
};

TEST_F(Features, DoNotTellHowSomethingIsWritten) {
  EXPECT_EQ(of("Wat een koe!"), of("wat een KOE"));
  EXPECT_EQ(of("de koe, die"), of("de koe die"));
}

TEST_F(Features, OfOneNameAreThoseOfAnother) {
  EXPECT_EQ(of("daan slaapt"), of("Daan slaapt"));
  EXPECT_NE(of("daan slaapt"), of("jan slaapt"));
}

TEST_F(Features, MaskNumbersAndLinks) {
  EXPECT_EQ(of("om 12 uur"), of("om 34 uur"));
  EXPECT_EQ(of("zie https://a.nl/b"), of("zie https://c.nl/d"));
}

TEST_F(Features, NameWordsStemsLettersPairsAndClasses) {
  EXPECT_EQ(of_kind("de koe slaapt", FeatureKind::word), 3U);
  EXPECT_EQ(of_kind("de koe slaapt", FeatureKind::word_class), 1U);
  EXPECT_EQ(of_kind("de koe slaapt", FeatureKind::pair), 2U);
  EXPECT_EQ(of_kind("de koe slaapt", FeatureKind::near), 1U);
  EXPECT_EQ(of_kind("koe", FeatureKind::letters), 6U);  // <ko koe oe> <koe koe> <koe>
}

TEST_F(Features, OfOneSentenceHoldNothingOfTheNext) {
  EXPECT_EQ(of("De koe slaapt. Het regent.", 0), of("De koe slaapt. Het sneeuwt.", 0));
}

}  // namespace
}  // namespace postlint
