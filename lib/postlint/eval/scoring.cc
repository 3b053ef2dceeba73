#include "postlint/eval/scoring.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace postlint {
namespace {

constexpr std::string_view kConduct = "conduct";

std::optional<double> share(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

// Maximum matching by augmenting paths (Kuhn 1955): a mark may take the finding of another one that
// can move on to a third.
class Matcher {
 public:
  Matcher(std::span<const Span> marks, std::span<const Span> findings)
      : marks_(marks), findings_(findings), mark_of_(findings.size()) {}

  std::vector<std::pair<std::size_t, std::size_t>> match() {
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
      tried_.assign(findings_.size(), false);
      place(mark);
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t finding = 0; finding < findings_.size(); ++finding) {
      if (mark_of_[finding]) pairs.emplace_back(*mark_of_[finding], finding);
    }
    return pairs;
  }

 private:
  bool place(std::size_t mark) {
    for (std::size_t finding = 0; finding < findings_.size(); ++finding) {
      if (tried_[finding] || !marks_[mark].overlaps(findings_[finding])) continue;
      tried_[finding] = true;
      if (!mark_of_[finding] || place(*mark_of_[finding])) {
        mark_of_[finding] = mark;
        return true;
      }
    }
    return false;
  }

  std::span<const Span> marks_;
  std::span<const Span> findings_;
  std::vector<std::optional<std::size_t>> mark_of_;
  std::vector<bool> tried_;
};

// What one draft says about one rule.
struct Sides {
  std::vector<Span> marks;
  std::vector<Span> findings;
  bool whole_marked = false;
  bool whole_found = false;
};

std::map<std::string, Sides> sides_by_rule(const GoldRecord& record,
                                           std::span<const Finding> findings, Severity minimum) {
  std::map<std::string, Sides> sides;
  for (const GoldSpan& mark : record.spans) sides[mark.rule].marks.push_back(mark.span);
  for (const std::string& rule : record.document) sides[rule].whole_marked = true;
  for (const Finding& finding : findings) {
    if (finding.severity < minimum) continue;
    Sides& side = sides[finding.rule->id];
    if (finding.span && !finding.rule->whole_draft) {
      side.findings.push_back(*finding.span);
    } else {
      side.whole_found = true;
    }
  }
  return sides;
}

// Those of `spans` that no pair holds.
std::vector<Span> unmatched(const std::vector<Span>& spans, const std::set<std::size_t>& matched) {
  std::vector<Span> rest;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (matched.count(i) == 0) rest.push_back(spans[i]);
  }
  return rest;
}

// Scores one rule in one draft.
Counts score(const GoldRecord& record, const std::string& rule, const Sides& side,
             std::vector<Mistake>& mistakes) {
  std::set<std::size_t> matched_marks;
  std::set<std::size_t> matched_findings;
  for (const auto& [mark, finding] : match_overlapping(side.marks, side.findings)) {
    matched_marks.insert(mark);
    matched_findings.insert(finding);
  }
  const std::vector<Span> missed = unmatched(side.marks, matched_marks);
  const std::vector<Span> false_alarms = unmatched(side.findings, matched_findings);
  for (const Span span : missed) mistakes.push_back({&record, rule, span, true});
  for (const Span span : false_alarms) mistakes.push_back({&record, rule, span, false});
  if (side.whole_marked != side.whole_found) {
    mistakes.push_back({&record, rule, std::nullopt, side.whole_marked});
  }
  Counts counts{matched_marks.size(), missed.size(), false_alarms.size()};
  if (side.whole_marked && side.whole_found) ++counts.found;
  if (side.whole_marked && !side.whole_found) ++counts.missed;
  if (!side.whole_marked && side.whole_found) ++counts.false_alarms;
  return counts;
}

}  // namespace

std::optional<double> Counts::precision() const { return share(found, found + false_alarms); }
std::optional<double> Counts::recall() const { return share(found, found + missed); }
std::optional<double> Counts::f1() const {
  return share(2 * found, 2 * found + missed + false_alarms);
}

Counts& Counts::operator+=(const Counts& other) {
  found += other.found;
  missed += other.missed;
  false_alarms += other.false_alarms;
  return *this;
}

std::vector<std::pair<std::size_t, std::size_t>> match_overlapping(std::span<const Span> marks,
                                                                   std::span<const Span> findings) {
  return Matcher(marks, findings).match();
}

void SpanScores::add(const GoldRecord& record, std::span<const Finding> findings,
                     Severity minimum) {
  ++drafts;
  for (const auto& [rule, side] : sides_by_rule(record, findings, minimum)) {
    rules[rule] += score(record, rule, side, mistakes);
  }
  if (!record.is_clean()) return;
  ++clean;
  const bool is_loud = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity >= Severity::warning;
  });
  if (!is_loud) ++silent;
}

std::map<std::string, Counts> SpanScores::families() const {
  std::map<std::string, Counts> families;
  for (const auto& [rule, counts] : rules) families[std::string(family_of(rule))] += counts;
  return families;
}

Counts SpanScores::overall() const {
  Counts sum;
  for (const auto& [rule, counts] : rules) sum += counts;
  return sum;
}

std::string_view family_of(std::string_view rule) { return rule.substr(0, rule.find('/')); }

void LabelScores::add(const GoldRecord& record, std::span<const Finding> findings) {
  assert(record.label);
  Share& share = kinds[{record.functionality, *record.label}];
  ++share.total;
  const auto flag = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity >= Severity::warning && family_of(finding.rule->id) == kConduct;
  });
  const bool is_flagged = flag != findings.end();
  if (is_flagged) ++share.flagged;
  if (is_flagged && record.label == Label::non_hateful) {
    mistakes.push_back({&record, flag->rule->id, flag->span, false});
  } else if (!is_flagged && record.label == Label::hateful) {
    mistakes.push_back({&record, std::string(kConduct), std::nullopt, true});
  }
}

LabelScores::Share LabelScores::flagged(Label label) const {
  Share sum;
  for (const auto& [kind, share] : kinds) {
    if (kind.second != label) continue;
    sum.flagged += share.flagged;
    sum.total += share.total;
  }
  return sum;
}

std::optional<double> LabelScores::macro_f1() const {
  const Share hateful = flagged(Label::hateful);
  const Share others = flagged(Label::non_hateful);
  const std::size_t let_through = hateful.total - hateful.flagged;
  const auto flagged_f1 = Counts{hateful.flagged, let_through, others.flagged}.f1();
  const auto passed_f1 = Counts{others.total - others.flagged, others.flagged, let_through}.f1();
  if (!flagged_f1 || !passed_f1) return std::nullopt;
  return (*flagged_f1 + *passed_f1) / 2;
}

std::optional<double> LabelScores::false_positive_rate() const {
  const Share others = flagged(Label::non_hateful);
  return share(others.flagged, others.total);
}

}  // namespace postlint
