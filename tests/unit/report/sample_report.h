// Findings made by hand, so that report tests need no rules.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "postlint/report/report.h"

namespace postlint::testing {

inline const Rule& bsn_rule() {
  static const Rule rule = [] {
    Rule r;
    r.id = "personal-data/bsn";
    r.family = "personal-data";
    r.severity = Severity::error;
    r.message = {"Een BSN hoort nooit in een bericht.", "A BSN never belongs in a post."};
    r.advice = {"Haal het nummer weg.", "Take the number out."};
    return r;
  }();
  return rule;
}

inline const Rule& disclaimer_rule() {
  static const Rule rule = [] {
    Rule r;
    r.id = "organisation/missing-disclaimer";
    r.family = "organisation";
    r.whole_draft = true;
    r.message = {"Zeg dat dit je eigen mening is.", "Say that this is your own opinion."};
    return r;
  }();
  return rule;
}

// A finding of bsn_rule() on the first `words` in `text`.
inline Finding finding_on(std::string_view text, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  Finding finding;
  finding.rule = &bsn_rule();
  finding.severity = Severity::error;
  finding.confidence = 0.98;
  finding.message = bsn_rule().message;
  finding.advice = bsn_rule().advice;
  finding.span = Span{begin, begin + static_cast<std::uint32_t>(words.size())};
  return finding;
}

inline Finding whole_draft_finding() {
  Finding finding;
  finding.rule = &disclaimer_rule();
  finding.severity = Severity::warning;
  finding.confidence = 0.6;
  finding.message = disclaimer_rule().message;
  return finding;
}

inline Report report_with(std::vector<Finding> findings, Verdict verdict = Verdict::block) {
  Report report;
  report.findings = std::move(findings);
  report.verdict = verdict;
  return report;
}

}  // namespace postlint::testing
