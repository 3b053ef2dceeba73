#include "postlint/text/tokenizer.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/text/document.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

bool is_abbreviation(std::string_view word) { return word == "dhr" || word == "bijv"; }

// "word/w" for each token; "|" before the first of a sentence.
std::string shown(std::string_view text) {
  Tokenizer tokenizer(is_abbreviation);
  std::vector<Token> tokens;
  std::string folded;
  tokenizer.tokenize(text, tokens, folded);
  constexpr char kKinds[] = {'w', 'n', 'u', '@', 'h', '#', 'e', 'p', 's'};
  std::string out;
  std::uint32_t sentence = 0;
  for (const Token& token : tokens) {
    if (!out.empty()) out += token.sentence != sentence ? " | " : " ";
    sentence = token.sentence;
    out += std::string(token.span.of(text)) + "/" + kKinds[static_cast<std::size_t>(token.kind)];
  }
  return out;
}

struct Case {
  const char* text;
  const char* tokens;
};

class Tokens : public testing::TestWithParam<Case> {};

TEST_P(Tokens, AreWhatAReaderSees) { EXPECT_EQ(shown(GetParam().text), GetParam().tokens); }

INSTANTIATE_TEST_SUITE_P(Words, Tokens,
                         testing::Values(Case{"opa's auto", "opa's/w auto/w"},
                                         Case{"Jan-Willem", "Jan/w -/p Willem/w"},
                                         Case{"'t is 's morgens", "'t/w is/w 's/w morgens/w"},
                                         Case{"m’n fiets", "m’n/w fiets/w"},
                                         Case{"klas 3B, 4havo", "klas/w 3B/w ,/p 4havo/w"},
                                         Case{"*heel* _erg_", "*/p heel/w */p _/p erg/w _/p"},
                                         Case{"", ""}, Case{" \n\t ", ""}));

INSTANTIATE_TEST_SUITE_P(
    Disguises, Tokens,
    testing::Values(Case{"k u t", "k u t/w"}, Case{"k.u.t.", "k.u.t/w ./p"},
                    Case{"k-u-t hoor", "k-u-t/w hoor/w"}, Case{"k*t kl**tzak", "k*t/w kl**tzak/w"},
                    Case{"sh!t", "sh!t/w"}, Case{"f@k", "f@k/w"}, Case{"h03r", "h03r/w"},
                    Case{"u w", "u/w w/w"}, Case{"a b c.d", "a/w b/w c.d/w"},
                    Case{"k_u_t k*u*t", "k_u_t/w k*u*t/w"}, Case{"k u tas", "k/w u/w tas/w"},
                    Case{"x-k-u-ti", "x/w -/p k/w -/p u/w -/p ti/w"},
                    Case{"2*3 = 6", "2/n */p 3/n =/s 6/n"},
                    Case{"gefeliciteerd!gelukkig", "gefeliciteerd/w !/p | gelukkig/w"},
                    Case{"foto`s foto´s", "foto`s/w foto´s/w"}));

INSTANTIATE_TEST_SUITE_P(
    Shapes, Tokens,
    testing::Values(
        Case{"zie https://x.nl/a?b=c.", "zie/w https://x.nl/a?b=c/u ./p"},
        Case{"(www.school.nl)", "(/p www.school.nl/u )/p"},
        Case{"instagram.com/jan, school.nl!", "instagram.com/jan/u ,/p school.nl/u !/p"},
        Case{"\\\\srv\\map\\a", "\\\\srv\\map\\a/u"},
        Case{"jan.de.vries+a@x-y.nl.", "jan.de.vries+a@x-y.nl/@ ./p"},
        Case{"@sanne_12. hoi", "@sanne_12/h ./p hoi/w"}, Case{"#trots op", "#trots/# op/w"},
        Case{"06-12345678", "06-12345678/n"},
        Case{"12.30 uur, € 3,50", "12.30/n uur/w ,/p €/s 3,50/n"},
        Case{"10.30u 3B 1/2", "10.30/n u/w 3B/w 1/2/n"}, Case{"#1 #3b", "#/p 1/n #3b/#"},
        Case{"t.me/x morgen.de", "t.me/x/u morgen/w ./p de/w"},
        Case{"(https://x.nl/a_(b))", "(/p https://x.nl/a_(b)/u )/p"},
        Case{"@jan.de.vries's", "@jan.de.vries/h '/p s/w"},
        Case{"1\uFE0F\u20E32\uFE0F\u20E3", "1\uFE0F\u20E3/e 2\uFE0F\u20E3/e"},
        Case{"Lego™ ❤\uFE0Fok", "Lego/w ™/s ❤\uFE0F/e ok/w"}, Case{"3 @ 4", "3/n @/p 4/n"},
        Case{"👩‍🏫 hoi 🇳🇱", "👩‍🏫/e hoi/w 🇳🇱/e"}));

INSTANTIATE_TEST_SUITE_P(Sentences, Tokens,
                         testing::Values(Case{"Hoi! Dag. Ja", "Hoi/w !/p | Dag/w ./p | Ja/w"},
                                         Case{"een\ntwee", "een/w | twee/w"},
                                         Case{"dhr. Jansen komt", "dhr/w ./p Jansen/w komt/w"},
                                         Case{"J. Visscher", "J/w ./p Visscher/w"},
                                         Case{"a.u.b. Dank", "a.u.b/w ./p Dank/w"},
                                         Case{"tot morgen.Dan weer",
                                              "tot/w morgen/w ./p | Dan/w weer/w"},
                                         Case{"3.5 keer", "3.5/n keer/w"}));

// The folded forms, with a bar before each.
std::string folds(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<Token> tokens;
  std::string folded;
  tokenizer.tokenize(text, tokens, folded);
  std::string out;
  for (const Token& token : tokens) out.append("|").append(token.folded.of(folded));
  return out;
}

TEST(Tokenizer, FoldsEveryToken) {
  EXPECT_EQ(folds("De CAFÉ’s van ‘t Foto`s"), "|de|cafe's|van|'t|foto's");
  EXPECT_EQ(folds("J.P. o.a. K-U-T É.a.é"), "|jp|.|oa|.|kut|eae");
  EXPECT_EQ(folds("WWW.X.nl/É @Sanne #TROTS 😀"), "|www.x.nl/e|@sanne|#trots|😀");
  EXPECT_EQ(folds("kут Sh!T ŁÓDŹ–x"), "|kyt|sh!t|lodz|-|x");
}

TEST(Tokenizer, EveryTokenIsFoldedAsFoldSays) {
  const std::string_view text =
      "Ça va, Şule? Zo’n ĳsje à € 3,50 — “Gröſse” КОТ ﬁn… 'k ZEI: NEE_nee";
  Tokenizer tokenizer;
  std::vector<Token> tokens;
  std::string folded;
  tokenizer.tokenize(text, tokens, folded);
  EXPECT_GT(tokens.size(), 20U);
  for (const Token& token : tokens) EXPECT_EQ(token.folded.of(folded), fold(token.span.of(text)));
}

struct CasingCase {
  const char* word;
  Casing casing;
};

class Casings : public testing::TestWithParam<CasingCase> {};

TEST_P(Casings, AreTold) {
  Tokenizer tokenizer;
  std::vector<Token> tokens;
  std::string folded;
  tokenizer.tokenize(GetParam().word, tokens, folded);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens.front().casing, GetParam().casing);
}

INSTANTIATE_TEST_SUITE_P(
    All, Casings,
    testing::Values(CasingCase{"sanne", Casing::lower}, CasingCase{"Sanne", Casing::capitalised},
                    CasingCase{"SANNE", Casing::upper}, CasingCase{"iPhone", Casing::mixed},
                    CasingCase{"IJsbrand", Casing::capitalised},
                    CasingCase{"Élise", Casing::capitalised}, CasingCase{"3B", Casing::upper},
                    CasingCase{"şule", Casing::lower}));

TEST(Tokenizer, FoldsLettersThatWereSetApart) {
  Tokenizer tokenizer;
  std::vector<Token> tokens;
  std::string folded;
  tokenizer.tokenize("K.U.T", tokens, folded);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens.front().folded.of(folded), "kut");
  EXPECT_TRUE(tokens.front().spaced_letters);
}

// ---- properties, on texts made by chance ----

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kParts = {
      "a",      "b",  "Z",  "é",    "Ü",       "ß",  "1",     "2",           ".",       ".",
      ",",      "'",  "’",  "!",    "?",       ":",  ";",     "-",           "_",       "(",
      ")",      "\"", "“",  "”",    " ",       " ",  "\n",    "\t",          "…",       "–",
      "€",      "@",  "#",  "/",    "*",       "x",  "ª",     "·",           "\r",      "ĳ",
      "‘",      "«",  "»",  "²",    "aa",      "Aa", "😀",     "👩‍🏫", "e\u0301", "\u0301",
      "\u200B", "я",  "日", "www.", "http://", "nl", "k u t", "\\\\",        "$"};
  std::string text;
  const std::size_t parts = random() % 14;
  for (std::size_t i = 0; i < parts; ++i) text += kParts[random() % kParts.size()];
  return text;
}

TEST(TokenizerProperty, TheFastPathIsIcu) {
  std::mt19937 random(20261120);
  Tokenizer tokenizer;
  std::vector<Token> fast;
  std::vector<Token> icu;
  std::string folded;
  for (int i = 0; i < 200'000; ++i) {
    const std::string text = random_text(random);
    tokenizer.tokenize(text, fast, folded);
    tokenizer.tokenize_with_icu(text, icu, folded);
    ASSERT_EQ(fast.size(), icu.size()) << text;
    for (std::size_t j = 0; j < fast.size(); ++j) {
      ASSERT_EQ(fast[j].span, icu[j].span) << text;
      ASSERT_EQ(fast[j].sentence, icu[j].sentence) << text;
      ASSERT_EQ(fast[j].kind, icu[j].kind) << text;
    }
  }
}

bool on_edge(std::string_view text, std::uint32_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

TEST(TokenizerProperty, SpansLieOnCodePointEdgesInOrder) {
  std::mt19937 random(7);
  Tokenizer tokenizer;
  Document document;
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = random_text(random);
    document.assign(text, tokenizer);
    std::uint32_t done = 0;
    std::uint32_t sentence = 0;
    for (const Token& token : document.tokens()) {
      ASSERT_LE(done, token.span.begin) << text;
      ASSERT_LT(token.span.begin, token.span.end) << text;
      ASSERT_TRUE(on_edge(document.text(), token.span.begin) &&
                  on_edge(document.text(), token.span.end))
          << text;
      const Span source = document.to_source(token.span);
      ASSERT_LE(source.end, text.size());
      ASSERT_TRUE(on_edge(text, source.begin) && on_edge(text, source.end)) << text;
      ASSERT_TRUE(token.sentence == sentence || token.sentence == sentence + 1) << text;
      sentence = token.sentence;
      done = token.span.end;
    }
  }
}

TEST(TokenizerProperty, TakesAnyBytesAtAll) {
  std::mt19937 random(11);
  Tokenizer tokenizer;
  Document document;
  for (int i = 0; i < 50'000; ++i) {
    std::string bytes;
    const std::size_t size = random() % 12;
    for (std::size_t j = 0; j < size; ++j) bytes += static_cast<char>(random());
    document.assign(bytes, tokenizer);
    for (const Token& token : document.tokens())
      ASSERT_LE(document.to_source(token.span).end, bytes.size());
  }
}

TEST(Tokenizer, LongInputTakesLinearTime) {
  Tokenizer tokenizer;
  std::vector<Token> tokens;
  std::string folded;
  for (const char* part : {"a",  "a.",    "a-",  "@",       "www.",   "a@",  "'",    "(",   "\"",
                           "a*", "1.",    "é",   "\\\\",    ".",      "a. ", "a@b.", "://", "a b ",
                           "_",  "aa.bb", ". )", "👩\u200D", "\u0301", "日",  "A. 1 "}) {
    std::string text;
    while (text.size() < 1'000'000) text += part;
    tokenizer.tokenize(text, tokens, folded);  // a quadratic path would not end
    EXPECT_FALSE(tokens.empty()) << part;
  }
}

}  // namespace
}  // namespace postlint
