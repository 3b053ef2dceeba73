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
  EXPECT_EQ(marked("Nee.\n*Van:* Bo\n*Verzonden:* maandag\nDag"),
            "Nee.\n#########\n####################\n###");
}

TEST(Quotes, AreNotWhatLooksLikeThem) {
  for (const char* text : {"3 > 2", "Bo schreef mij:\ndag", "Van: Bo\nGroeten", "- Doorgestuurd",
                           "Van: Bo\n\nDatum: morgen", "", "\n\n"}) {
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
}

}  // namespace
}  // namespace postlint
