#include "postlint/ingest/quotes.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace postlint {
namespace {

// The text with "#" for what is quoted.
std::string marked(std::string_view text) {
  std::string out(text);
  for (const Span quote : quotes_in(text)) {
    for (std::size_t i = quote.begin; i < quote.end; ++i) out[i] = out[i] == '\n' ? '\n' : '#';
  }
  return out;
}

TEST(Quotes, AreLinesWithAMarkAndWhoWroteThem) {
  EXPECT_EQ(marked("Goed.\n> Kan het?\n> Echt?\nJa.\n"), "Goed.\n##########\n#######\nJa.\n");
  EXPECT_EQ(marked(" > zo ook"), "#########");
  EXPECT_EQ(marked("Ja\n\nOp 1 mei schreef Bo:\n\n> a\nnee"),
            "Ja\n\n####################\n\n###\nnee");
  EXPECT_EQ(marked("On Monday, May 1, Bo de Vries\n<bo@example.org> wrote:\n> a"),
            "#############################\n#######################\n###");
  EXPECT_EQ(marked("On May 1, Bo wrote\n<bo@example.org>:\n> a"),
            "##################\n#################\n###");
  EXPECT_EQ(marked("Let op:\nBo schreef:\n> a"), "Let op:\n###########\n###");
}

TEST(Quotes, AreAllBelowAnIntroduction) {
  EXPECT_EQ(marked("Nee.\n\n-----Oorspronkelijk bericht-----\nVan: Bo\nDag"),
            "Nee.\n\n################################\n#######\n###");
  EXPECT_EQ(marked("Ja\n\n Op 3 november 2025 om 10:11 schreef Bo <bo@example.org>:\n\n Dag"),
            "Ja\n\n#########################################################\n\n####");
  EXPECT_EQ(marked("Ja.\nVan: Bo\nDatum: 3 mei\nAan: Mila\nDag"),
            "Ja.\n#######\n############\n#########\n###");
  EXPECT_EQ(marked("Ja.\nFrom: Bo <bo@example.org>\nDate: 3 May\nHi"),
            "Ja.\n#########################\n###########\n##");
  EXPECT_EQ(marked("Nee.\n*Van:* Bo\n*Verzonden:* maandag\nDag"),
            "Nee.\n#########\n####################\n###");
}

TEST(Quotes, AreNotWhatLooksLikeThem) {
  for (const char* text : {"3 > 2", "Bo schreef mij:\ndag", "Van: Bo\nGroeten", "- Doorgestuurd",
                           "Van: Bo\n\nDatum: morgen", "Memo\nVan: de directie\nDatum: 3 mei\nDag",
                           "Op 3 mei schreef Bo:\ndag", "", "\n\n"}) {
    EXPECT_EQ(marked(text), text);
  }
}

TEST(Quotes, OfAMailAreTheSubjectOfAnotherToo) {
  for (const char* text : {"Re: nummer\nJa", "ANTW: nummer\nJa", "Fwd: nummer\nJa"}) {
    const std::vector<Span> quotes = quotes_in_mail(text);
    ASSERT_EQ(quotes.size(), 1U) << text;
    EXPECT_EQ(quotes[0].of(text), std::string_view(text).substr(0, quotes[0].end));
    EXPECT_TRUE(std::string_view(text).substr(quotes[0].end).ends_with("Ja"));
  }
  for (const char* text : {"nummer\nRe: nummer", "Reis: nummer", "", "\n"}) {
    EXPECT_TRUE(quotes_in_mail(text).empty()) << text;
  }
  EXPECT_EQ(quotes_in_mail("Re: nummer\n> Kan het?").size(), 2U);
}

TEST(Quotes, EndWithTheirPart) {
  Record record;
  record.text = "Vraag\nZie hieronder.\n-----Original Message-----\nA\nTweede deel\n-- \nBo\nDerde";
  const auto at = [&](std::string_view words) {
    return static_cast<std::uint32_t>(record.text.find(words));
  };
  const auto size = static_cast<std::uint32_t>(record.text.size());
  const TextPart parts[] = {{{0, at("Zie")}},
                            {{at("Zie"), at("Tweede")}},
                            {{at("Tweede"), at("Derde")}},
                            {{at("Derde"), size}}};
  record.parts = parts;
  EXPECT_EQ(quotes_of(record, false), (std::vector<Span>{{at("-----"), at("Tweede")}}));
  EXPECT_EQ(signatures_of(record), (std::vector<Span>{{at("-- \n"), at("Derde")}}));
}

TEST(Quotes, AreNotWhatAMailBeginsWithThatAnswersNothing) {
  const std::string memo = "Van: Bo\nAan: allen\nDatum: 3 mei\nOnderwerp: rooster\nDag";
  for (const bool answer : {true, false}) {
    const std::string text = (answer ? "Re: rooster\n" : "Rooster\n") + memo;
    Record record;
    record.text = text;
    const auto begin = static_cast<std::uint32_t>(text.size() - memo.size());
    const TextPart parts[] = {{{0, begin}}, {{begin, static_cast<std::uint32_t>(text.size())}}};
    record.parts = parts;
    EXPECT_EQ(quotes_of(record, false).size(), answer ? 1U : 0U);
  }
}

TEST(Quotes, LeaveTheirPlace) {
  EXPECT_EQ(without_quotes("a\r\n> b\r\nc\n>d"), "a\r\n   \r\nc\n  ");
  EXPECT_EQ(without_quotes(""), "");
  EXPECT_TRUE(in_quote("a\n> b\n", 4));
  EXPECT_FALSE(in_quote("a\n> b\n", 0));
}

TEST(Signature, BeginsAtTheLastLineOfTwoDashesAndASpace) {
  EXPECT_EQ(signature_begin("a\n-- \nBo\n"), 2U);
  EXPECT_EQ(signature_begin("a\r\n-- \r\nBo"), 3U);
  EXPECT_EQ(signature_begin("-- \na\n-- \nBo"), 6U);
  EXPECT_EQ(signature_begin("a\n--\nb\n--- \nc"), 13U);
  const std::string long_one = "-- \n" + std::string(13 * 2, '\n');
  EXPECT_EQ(signature_begin(long_one), 0U);  // empty lines do not count
  std::string letter = "-- \n";
  for (int i = 0; i < 13; ++i) letter += "a\n";
  EXPECT_EQ(signature_begin(letter), letter.size());
}

}  // namespace
}  // namespace postlint
