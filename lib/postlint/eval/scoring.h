// How good the rules are: findings held against posts that people marked (eval/gold.h).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/eval/gold.h"
#include "postlint/rules/finding.h"

namespace postlint {

// What was found of what there is. Shares are 0..1, and none where there is nothing to divide by.
struct Counts {
  std::size_t found = 0;         // marked and reported
  std::size_t missed = 0;        // marked, not reported
  std::size_t false_alarms = 0;  // reported, not marked

  std::size_t gold() const { return found + missed; }
  std::optional<double> precision() const;  // found / reported
  std::optional<double> recall() const;     // found / marked
  std::optional<double> f1() const;         // harmonic mean: 2 found / (marked + reported)

  Counts& operator+=(const Counts& other);
  friend bool operator==(const Counts&, const Counts&) = default;
};

// One thing the rules got wrong. `record` must outlive it.
struct Mistake {
  const GoldRecord* record = nullptr;
  std::string rule;
  std::optional<Span> span;  // none: the draft as a whole
  bool missed = false;       // else a false alarm
};

// Pairs marks with findings, at most one with one, so that as many pairs as possible overlap.
// `first` of a pair indexes `marks`, `second` indexes `findings`.
std::vector<std::pair<std::size_t, std::size_t>> match_overlapping(std::span<const Span> marks,
                                                                   std::span<const Span> findings);

// Scores of a set with spans. A finding is right where its rule is marked and the words overlap;
// findings about the draft as a whole are right where "document" names the rule.
struct SpanScores {
  std::map<std::string, Counts> rules;
  std::size_t drafts = 0;
  std::size_t clean = 0;   // drafts without any mark
  std::size_t silent = 0;  // clean drafts without a finding of at least warning
  std::vector<Mistake> mistakes;

  // `record` must outlive the scores. Findings below `minimum` do not count.
  void add(const GoldRecord& record, std::span<const Finding> findings, Severity minimum);

  std::map<std::string, Counts> families() const;  // by the part of the rule before "/"
  Counts overall() const;
};

std::string_view family_of(std::string_view rule);

// Scores of a set with labels: hateful posts should get a finding in the family "conduct" of at
// least warning, non-hateful ones should not; of mild ones it is only told how many did.
struct LabelScores {
  struct Share {
    std::size_t flagged = 0;
    std::size_t total = 0;
  };
  using Kind = std::pair<std::string, Label>;  // functionality, label

  std::map<Kind, Share> kinds;
  // Hateful posts let through, under the rule "conduct" and without a span; others flagged, under
  // the first rule that did it.
  std::vector<Mistake> mistakes;

  // Precondition: record.label has a value. `record` must outlive the scores.
  void add(const GoldRecord& record, std::span<const Finding> findings);

  Share flagged(Label label) const;                   // over all kinds
  std::optional<double> macro_f1() const;             // mean F1 of hateful and non-hateful
  std::optional<double> false_positive_rate() const;  // flagged share of non-hateful
};

}  // namespace postlint
