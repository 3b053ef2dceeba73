#include "postlint/report/text.h"

#include <gtest/gtest.h>

#include "unit/report/sample_report.h"

namespace postlint {
namespace {

using testing::finding_on;
using testing::report_with;
using testing::whole_draft_finding;

std::string text_report(std::string_view text, const Report& report,
                        const ReportStyle& style = {}) {
  std::string out;
  append_text_report(checked_draft("<stdin>", text, report), style, out);
  return out;
}

// The report on one finding, from its source line on.
std::string marked(std::string_view text, std::string_view words, std::size_t width = 80) {
  ReportStyle style;
  style.width = width;
  const std::string report = text_report(text, report_with({finding_on(text, words)}), style);
  const std::size_t begin = report.find("  |\n") + 4;
  return report.substr(begin, report.find("  =") - begin);
}

TEST(TextReport, LooksLikeACompilersMessage) {
  const std::string_view text = "Bel de moeder van Sanne, 06-12345678, haar BSN is 123456782";
  Finding finding = finding_on(text, "123456782");
  finding.clauses = {{"ubbo-emmius 5.2a", {"Niets persoonlijks.", "Nothing personal."}}};
  finding.ask = {"je leidinggevende", "your manager"};
  finding.note = {"Meld dit als datalek.", "Report this as a data breach."};
  EXPECT_EQ(text_report(text, report_with({finding})),
            "error[personal-data/bsn]: Een BSN hoort nooit in een bericht.\n"
            " --> <stdin>:1:51\n"
            "  |\n"
            "1 | Bel de moeder van Sanne, 06-12345678, haar BSN is 123456782\n"
            "  |                                                   ^^^^^^^^^\n"
            "  = advies: Haal het nummer weg.\n"
            "  = regel: ubbo-emmius 5.2a: Niets persoonlijks.\n"
            "  = let op: Meld dit als datalek.\n"
            "  = vraag bij twijfel: je leidinggevende\n"
            "\n");
}

TEST(TextReport, SpeaksEnglish) {
  ReportStyle style;
  style.language = Language::en;
  Finding finding = finding_on("123456782", "123456782");
  finding.ask = {"je leidinggevende", "your manager"};
  EXPECT_EQ(text_report("123456782", report_with({finding}), style),
            "error[personal-data/bsn]: A BSN never belongs in a post.\n"
            " --> <stdin>:1:1\n"
            "  |\n"
            "1 | 123456782\n"
            "  | ^^^^^^^^^\n"
            "  = advice: Take the number out.\n"
            "  = if in doubt, ask: your manager\n"
            "\n");
}

TEST(TextReport, WholeDraftFindingHasNoLine) {
  EXPECT_EQ(text_report("Tekst", report_with({whole_draft_finding()}, Verdict::confirm)),
            "warning[organisation/missing-disclaimer]: Zeg dat dit je eigen mening is.\n"
            " --> <stdin>\n"
            "\n");
}

TEST(TextReport, NothingFoundWritesNothing) { EXPECT_EQ(text_report("Tekst", Report()), ""); }

TEST(TextReport, CaretsStandUnderTheWords) {
  struct Case {
    const char* text;
    const char* words;
    const char* lines;
  };
  constexpr Case kCases[] = {
      {"bsn 12", "12", "1 | bsn 12\n  |     ^^\n"},
      {"😀 bsn 12", "12", "1 | 😀 bsn 12\n  |        ^^\n"},
      {"Zoe\u0308 12", "12", "1 | Zoe\u0308 12\n  |     ^^\n"},
      {"a\t12", "12", "1 | a 12\n  |   ^^\n"},
      {"日本 12", "日本", "1 | 日本 12\n  | ^^^^\n"},
      {"\x1B[31m12", "12", "1 | ␛[31m12\n  |      ^^\n"},
      {"\u202E"
       "12",
       "12",
       "1 | \uFFFD"
       "12\n  |  ^^\n"},
      {"\xFF 12", "12", "1 | \uFFFD 12\n  |   ^^\n"},
      {"\u0301 12", "\u0301", "1 | \u0301 12\n  | ^\n"},
      {"x 12\ny 34", "12\ny", "1 | x 12\n  |   ^^...\n"},
      {"x\r\ny", "\r\ny", "1 | x\n  |  ^...\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(marked(c.text, c.words), c.lines) << c.text;
}

TEST(TextReport, GutterGrowsWithTheLineNumber) {
  const std::string text = std::string(11, '\n') + "bsn 12";
  EXPECT_EQ(text_report(text, report_with({finding_on(text, "12")})),
            "error[personal-data/bsn]: Een BSN hoort nooit in een bericht.\n"
            "  --> <stdin>:12:5\n"
            "   |\n"
            "12 | bsn 12\n"
            "   |     ^^\n"
            "   = advies: Haal het nummer weg.\n"
            "\n");
}

TEST(TextReport, LongLineShowsAWindowAroundTheWords) {
  const std::string filler = "0123456789012345678901234567890123456789";
  EXPECT_EQ(marked(filler + "WOORD" + filler, "WOORD", 34),
            "1 | …890123456789WOORD01234567890…\n"
            "  |              ^^^^^\n");
  EXPECT_EQ(marked("WOORD" + filler, "WOORD", 34),
            "1 | WOORD012345678901234567890123…\n"
            "  | ^^^^^\n");
  EXPECT_EQ(marked(filler + "WOORD", "WOORD", 34),
            "1 | …678901234567890123456789WOORD\n"
            "  |                          ^^^^^\n");
  EXPECT_EQ(marked("x " + filler + " y", filler, 34),
            "1 | x 0123456789012345678901…\n"
            "  |   ^^^^^^^^^^^^^^^^^^^^^^^\n");
}

TEST(TextReport, NarrowTerminalWrapsProse) {
  ReportStyle style;
  style.width = 40;
  EXPECT_EQ(text_report("12", report_with({finding_on("12", "12")}), style),
            "error[personal-data/bsn]: Een BSN hoort\n"
            "  nooit in een bericht.\n"
            " --> <stdin>:1:1\n"
            "  |\n"
            "1 | 12\n"
            "  | ^^\n"
            "  = advies: Haal het nummer weg.\n"
            "\n");
}

TEST(TextReport, ColorsOnlyWhenAsked) {
  ReportStyle style;
  style.color = true;
  const Report report = report_with({finding_on("12", "12")});
  const std::string colored = text_report("12", report, style);
  EXPECT_NE(colored.find("\x1B[1;31merror[personal-data/bsn]\x1B[0m:"), std::string::npos);
  EXPECT_NE(colored.find("\x1B[1;31m^^\x1B[0m"), std::string::npos);
  EXPECT_EQ(text_report("12", report).find('\x1B'), std::string::npos);
}

TEST(TextReport, SourceNameCannotSteerTheTerminal) {
  const Report report = report_with({whole_draft_finding()});
  std::string out;
  append_text_report(checked_draft("a\x1B[2Jb", "x", report), {}, out);
  EXPECT_NE(out.find(" --> a␛[2Jb\n"), std::string::npos) << out;
}

TEST(TextReport, SaysWhatWasRepaired) {
  Report report;
  report.repaired = 2;
  EXPECT_EQ(text_report("\xFF\xFF", report),
            "let op: 2 stukjes tekst waren geen geldige UTF-8 en zijn gelezen als '\uFFFD'.\n"
            " --> <stdin>\n"
            "\n");
}

TEST(TextReport, ExplainSaysWithAFindingHowItCameAbout) {
  Finding finding = finding_on("bsn 12", "12");
  finding.steps = {{"evidence.pattern", "", 0.5, "own.toml:3", ""},
                   {"evidence.raise", "bsn|nummer", 0.98, "own.toml:5", "", "bsn"}};
  ReportStyle style;
  const std::string plain = text_report("bsn 12", report_with({finding}), style);
  EXPECT_EQ(plain.find("own.toml"), std::string::npos) << plain;
  style.explain = true;
  const std::string explained = text_report("bsn 12", report_with({finding}), style);
  EXPECT_NE(explained.find("  = herkend (own.toml:3): zekerheid 0.50\n"
                           "  = sterker door 'bsn', volgens 'bsn|nummer' (own.toml:5): zekerheid "
                           "0.98\n\n"),
            std::string::npos)
      << explained;
}

TEST(TextReport, ExplainShowsWhatWasConsidered) {
  Report report;
  report.explanations = {{&testing::bsn_rule(),
                          Span{4, 6},
                          {{"evidence.pattern", "<number>", 0.55, "own.toml:3", "a number"},
                           {"evidence.veto", "order~", 0, "own.toml:7", "", "bsn"}}}};
  ReportStyle style;
  style.explain = true;
  EXPECT_EQ(text_report("bsn 12", report, style),
            "explain[personal-data/bsn]: Overwogen, niet gemeld.\n"
            " --> <stdin>:1:5\n"
            "  |\n"
            "1 | bsn 12\n"
            "  |     ^^\n"
            "  = herkend door '<number>' (own.toml:3: a number): zekerheid 0.55\n"
            "  = vervallen door 'bsn', volgens 'order~' (own.toml:7): zekerheid 0.00\n"
            "\n");
}

TEST(TextSummary, CountsAndSaysWhatToDo) {
  struct Case {
    Tally tally;
    const char* line;
  };
  constexpr Case kCases[] = {
      {{1, 0, 0, 0}, "Niets gevonden.\n"},
      {{1, 1, 0, 0}, "1 bevinding: 1 fout. Plaats dit bericht zo niet.\n"},
      {{1, 1, 2, 1},
       "4 bevindingen: 1 fout, 2 waarschuwingen, 1 hint. Plaats dit bericht zo niet.\n"},
      {{1, 0, 1, 0}, "1 bevinding: 1 waarschuwing. Kijk hier nog eens naar voor je het plaatst.\n"},
      {{1, 0, 0, 2}, "2 bevindingen: 2 hints. Kies zelf of je hier iets mee doet.\n"},
      {{3, 0, 0, 0}, "Niets gevonden in 3 berichten.\n"},
      {{1, 0, 0, 0, 1},
       "Niets gevonden in wat gelezen kon worden. Eén ding kon niet worden gelezen en is\n"
       "niet nagekeken.\n"},
      {{1, 1, 0, 0, 2},
       "1 bevinding: 1 fout. Plaats dit bericht zo niet. 2 dingen konden niet worden\n"
       "gelezen en zijn niet nagekeken.\n"},
      {{3, 2, 0, 0}, "2 bevindingen in 3 berichten: 2 fouten. Plaats deze berichten zo niet.\n"},
  };
  for (const Case& c : kCases) {
    std::string out;
    append_text_summary(c.tally, {}, out);
    EXPECT_EQ(out, c.line);
  }
}

TEST(Tally, CountsBySeverity) {
  Finding advice = whole_draft_finding();
  advice.severity = Severity::advice;
  Tally tally;
  tally.add(report_with({finding_on("12", "12"), whole_draft_finding(), advice, advice}));
  tally.add(Report());
  EXPECT_EQ(tally.drafts, 2U);
  EXPECT_EQ(tally.errors, 1U);
  EXPECT_EQ(tally.warnings, 1U);
  EXPECT_EQ(tally.advice, 2U);
  EXPECT_EQ(tally.findings(), 4U);
}

}  // namespace
}  // namespace postlint
