#include "postlint/fix/fixer.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "postlint/fix/identity.h"
#include "postlint/policy/protocol.h"
#include "postlint/rules/masks.h"

namespace postlint {
namespace {

// A mask can bring up a new finding, by what it no longer says. Each round masks some of what was
// not masked yet, so that it ends by itself; this bounds the time that a text made to annoy can
// take.
constexpr int kMostRounds = 32;

// What is to be replaced: by which rule's mask, and the words that the mask stands for.
struct Replacement {
  Span span;
  const Rule* rule = nullptr;
  std::string words;
};
using Replacements = std::vector<Replacement>;

// The way back from places in a text to places in the text before `edits`. Asked for ascending
// places; none lies inside a replacement.
class WayBack {
 public:
  explicit WayBack(std::span<const Edit> edits) : edits_(edits) {}

  std::uint32_t from(std::uint32_t place) {
    while (next_ < edits_.size() && begin_of_next() < place) {
      const Edit& edit = edits_[next_++];
      shift_ += static_cast<std::int64_t>(edit.replacement.size()) - edit.span.size();
    }
    return static_cast<std::uint32_t>(place - shift_);
  }

 private:
  std::int64_t begin_of_next() const { return edits_[next_].span.begin + shift_; }

  std::span<const Edit> edits_;
  std::size_t next_ = 0;
  std::int64_t shift_ = 0;
};

// Widens spans to the whole of every mask that they touch.
void take_masks_whole(const std::vector<MaskPlace>& masks, Replacements& replacements) {
  for (auto& [span, rule, words] : replacements) {
    auto mask = std::partition_point(masks.begin(), masks.end(), [&span = span](const auto& it) {
      return it.span.end <= span.begin;
    });
    for (; mask != masks.end() && mask->span.overlaps(span); ++mask) {
      span = {std::min(span.begin, mask->span.begin), std::max(span.end, mask->span.end)};
    }
  }
}

// Joins those that overlap; the one that covers most lends its mask.
void join_overlapping(Replacements& replacements) {
  std::sort(replacements.begin(), replacements.end(),
            [](const Replacement& a, const Replacement& b) { return a.span < b.span; });
  Replacements joined;
  for (Replacement& next : replacements) {
    if (joined.empty() || !joined.back().span.overlaps(next.span)) {
      joined.push_back(std::move(next));
      continue;
    }
    Replacement& last = joined.back();
    const Span both{last.span.begin, std::max(last.span.end, next.span.end)};
    if (next.span.size() > last.span.size()) last = std::move(next);
    last.span = both;
  }
  replacements = std::move(joined);
}

class Fixer {
 public:
  Fixer(const Draft& draft, const Linter& linter, Linter::Scratch& scratch,
        const FixOptions& options)
      : draft_(draft),
        linter_(linter),
        scratch_(scratch),
        options_(options),
        masks_(linter.rules()) {}

  Fixed fix() {
    Fixed fixed{std::string(draft_.text), {}, check(draft_.text), true};
    for (int round = 0; round < kMostRounds; ++round) {
      Replacements found = found_in(fixed);
      if (found.empty()) {
        if (labels_) *options_.pseudonyms = std::move(*labels_);
        return fixed;
      }
      add(std::move(found), fixed.edits);
      fixed.edits = edits();
      fixed.text = with_edits(draft_.text, fixed.edits);
      if (fixed.text.size() > kLargestDraft) break;
      fixed.report = check(fixed.text);
    }
    return {std::string(draft_.text), {}, check(draft_.text), false};
  }

 private:
  Report check(std::string_view text) {
    Draft draft = draft_;
    draft.text = text;
    return linter_.check(draft, scratch_, options_.check);
  }

  bool fixes(const Finding& finding) const {
    if (!finding.fix || !finding.span) return false;
    return options_.rules.empty() || names_rule(options_.rules, finding.rule->id);
  }

  // In places of the text as it is now.
  Replacements found_in(const Fixed& fixed) const {
    Replacements found;
    for (const Finding& finding : fixed.report.findings) {
      if (!fixes(finding)) continue;
      found.push_back({*finding.span, finding.rule, std::string(finding.span->of(fixed.text))});
    }
    if (!found.empty()) take_masks_whole(masks_.in(fixed.text), found);
    join_overlapping(found);
    return found;
  }

  // Adds them to those of former rounds, in places of the draft.
  void add(Replacements found, std::span<const Edit> edits) {
    WayBack way(edits);
    for (Replacement& it : found) {
      const std::uint32_t begin = way.from(it.span.begin);
      it.span = {begin, way.from(it.span.end)};
    }
    std::move(found.begin(), found.end(), std::back_inserter(replacements_));
    join_overlapping(replacements_);
  }

  // Labels are given anew each round, so that they go up through the text.
  std::vector<Edit> edits() {
    People people;
    for (const Replacement& it : replacements_) {
      if (it.rule->identity == Identity::person) people.add(it.words);
    }
    if (options_.pseudonyms != nullptr) labels_ = *options_.pseudonyms;
    std::vector<Edit> edits;
    for (const Replacement& it : replacements_) {
      const std::string identity = identity_of(*it.rule, it.words, people);
      const bool plain = identity.empty() || !labels_;
      edits.push_back({it.span, plain ? it.rule->mask : labels_->of(it.rule->mask, identity)});
    }
    return edits;
  }

  const Draft& draft_;
  const Linter& linter_;
  Linter::Scratch& scratch_;
  const FixOptions& options_;
  Masks masks_;
  Replacements replacements_;  // by position, disjoint
  std::optional<Pseudonyms> labels_;
};

}  // namespace

Fixed fix(const Draft& draft, const Linter& linter, Linter::Scratch& scratch,
          const FixOptions& options) {
  return Fixer(draft, linter, scratch, options).fix();
}

}  // namespace postlint
