#include "postlint/report/json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "unit/report/sample_report.h"

namespace postlint {
namespace {

using testing::finding_on;
using testing::report_with;
using testing::whole_draft_finding;

std::string json_report(std::string_view text, const Report& report,
                        const ReportStyle& style = {}) {
  std::string out;
  append_json(checked_draft("<stdin>", text, report), style, out);
  return out;
}

nlohmann::json first_finding(std::string_view text, std::string_view words,
                             const ReportStyle& style = {}) {
  const std::string out = json_report(text, report_with({finding_on(text, words)}), style);
  return nlohmann::json::parse(out)["findings"][0];
}

TEST(JsonReport, HasTheFieldsAndOrderOfTheContract) {
  const std::string_view text = "Haar BSN is also 123456782.";
  Finding finding = finding_on(text, "123456782");
  finding.clauses = {{"ubbo-emmius 5.2a", {}}};
  finding.ask = {"je leidinggevende", "your manager"};
  finding.fix = Fix{"mask", "[BSN]"};
  const Report report = report_with({finding});
  std::string out;
  append_json(checked_draft("<stdin>", text, report, "dev-001"), {}, out);
  EXPECT_EQ(out,
            R"({"schema":1,"id":"dev-001","source":"<stdin>","verdict":"block","findings":[{)"
            R"("rule":"personal-data/bsn","severity":"error","confidence":0.98,)"
            R"("start":17,"end":26,"line":1,"column":18,"end_line":1,"end_column":27,)"
            R"("start_utf16":17,"end_utf16":26,"excerpt":"1*******2",)"
            R"("message":"Een BSN hoort nooit in een bericht.","clauses":["ubbo-emmius 5.2a"],)"
            R"("ask":"je leidinggevende","advice":"Haal het nummer weg.",)"
            R"("fix":{"kind":"mask","replacement":"[BSN]"}}]})"
            "\n");
}

TEST(JsonReport, WholeDraftFindingHasNoPlace) {
  EXPECT_EQ(json_report("Tekst", report_with({whole_draft_finding()}, Verdict::confirm)),
            R"({"schema":1,"id":null,"source":"<stdin>","verdict":"confirm","findings":[{)"
            R"("rule":"organisation/missing-disclaimer","severity":"warning","confidence":0.6,)"
            R"("start":null,"end":null,"excerpt":null,)"
            R"("message":"Zeg dat dit je eigen mening is.","clauses":[],"ask":"","advice":"",)"
            R"("fix":null}]})"
            "\n");
}

TEST(JsonReport, DraftWithoutFindingsIsWrittenToo) {
  EXPECT_EQ(json_report("", Report()),
            R"({"schema":1,"id":null,"source":"<stdin>","verdict":"allow","findings":[]})"
            "\n");
}

TEST(JsonReport, CountsBytesCodePointsAndUtf16) {
  const nlohmann::json finding = first_finding("ééN\n😀é 12\n34.", "12\n34");
  EXPECT_EQ(finding["start"], 13);
  EXPECT_EQ(finding["end"], 18);
  EXPECT_EQ(finding["line"], 2);
  EXPECT_EQ(finding["column"], 4);
  EXPECT_EQ(finding["end_line"], 3);
  EXPECT_EQ(finding["end_column"], 3);
  EXPECT_EQ(finding["start_utf16"], 8);
  EXPECT_EQ(finding["end_utf16"], 13);
}

TEST(JsonReport, ShowsValuesOnlyWhenAsked) {
  ReportStyle style;
  EXPECT_EQ(first_finding("bsn 123456782", "123456782", style)["excerpt"], "1*******2");
  style.show_values = true;
  EXPECT_EQ(first_finding("bsn 123456782", "123456782", style)["excerpt"], "123456782");
}

TEST(JsonReport, SpeaksTheLanguageAsked) {
  ReportStyle style;
  style.language = Language::en;
  const nlohmann::json finding = first_finding("12", "12", style);
  EXPECT_EQ(finding["message"], "A BSN never belongs in a post.");
  EXPECT_EQ(finding["advice"], "Take the number out.");
}

TEST(JsonReport, IsValidUtf8WhateverTheDraftHolds) {
  ReportStyle style;
  style.show_values = true;
  EXPECT_EQ(first_finding("a\xFF\0b", "a\xFF", style)["excerpt"], "a\uFFFD");
  Report report;
  report.repaired = 1;
  std::string out;
  append_json(checked_draft("b\xFF.txt", "\xFF", report), {}, out);
  EXPECT_EQ(out,
            "{\"schema\":1,\"id\":null,\"source\":\"b\uFFFD.txt\",\"verdict\":\"allow\","
            "\"repaired\":1,\"findings\":[]}\n");
}

TEST(JsonReport, NoteStandsAfterAdvice) {
  Finding finding = finding_on("12", "12");
  finding.note = {"Meld dit als datalek.", "Report this as a data breach."};
  const std::string out = json_report("12", report_with({finding}));
  EXPECT_NE(
      out.find(R"("advice":"Haal het nummer weg.","note":"Meld dit als datalek.","fix":null)"),
      std::string::npos)
      << out;
}

}  // namespace
}  // namespace postlint
