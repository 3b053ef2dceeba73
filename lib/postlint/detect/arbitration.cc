#include "postlint/detect/arbitration.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <tuple>

namespace postlint {
namespace {

// Spans that are taken, none of which overlap; with the candidate that took each.
class TakenSpans {
 public:
  // Takes `span` for `candidate`, or returns the candidate that it overlaps.
  const std::size_t* take(Span span, std::size_t candidate) {
    const auto behind = taken_.lower_bound(span.begin);
    if (behind != taken_.end() && behind->first < span.end) return &behind->second.candidate;
    if (behind != taken_.begin() && std::prev(behind)->second.end > span.begin) {
      return &std::prev(behind)->second.candidate;
    }
    taken_.emplace_hint(behind, span.begin, Taken{span.end, candidate});
    return nullptr;
  }

 private:
  struct Taken {
    std::uint32_t end;
    std::size_t candidate;
  };
  std::map<std::uint32_t, Taken> taken_;
};

class Arbiter {
 public:
  Arbiter(const RuleBook& book, const Document& document, std::span<const double> thresholds,
          bool explain, std::vector<Candidate>& candidates)
      : book_(book),
        document_(document),
        thresholds_(thresholds),
        explain_(explain),
        candidates_(candidates) {}

  void run() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (passes_threshold(candidates_[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return rank(candidates_[a]) < rank(candidates_[b]);
    });
    for (const std::size_t index : order) settle(index);
    join_neighbours();
  }

 private:
  static std::tuple<std::int64_t, double, std::uint32_t, std::uint32_t, std::uint32_t> rank(
      const Candidate& candidate) {
    return {-std::int64_t{candidate.span.size()}, -candidate.confidence, candidate.rule,
            candidate.pattern, candidate.span.begin};
  }

  bool passes_threshold(Candidate& candidate) const {
    const double threshold =
        thresholds_.empty() ? book_.rules[candidate.rule].threshold : thresholds_[candidate.rule];
    const bool passes = candidate.confidence > 0 && candidate.confidence >= threshold;
    if (!passes && explain_) {
      candidate.steps.push_back(
          {"evidence.threshold", std::to_string(threshold).substr(0, 4), candidate.confidence});
    }
    return passes;
  }

  void settle(std::size_t index) {
    Candidate& candidate = candidates_[index];
    // A draft has one finding of a rule about the draft; a span competes within its rule or group.
    const Span span = candidate.whole_draft ? Span{0, 0xFFFF'FFFF} : candidate.span;
    const std::size_t* winner = taken_[group_of(candidate)].take(span, index);
    candidate.reported = winner == nullptr;
    if (winner == nullptr || !explain_) return;
    const Rule& other = book_.rules[candidates_[*winner].rule].rule;
    candidate.steps.push_back({"evidence.overlap", other.id, candidate.confidence});
  }

  // Those that exclude each other.
  std::uint64_t group_of(const Candidate& candidate) const {
    const std::uint32_t competes = book_.rules[candidate.rule].competes;
    return competes != 0 ? competes : std::uint64_t{candidate.rule} << 32;
  }

  void join_neighbours() {
    std::vector<Candidate*> reported;
    for (Candidate& candidate : candidates_) {
      if (candidate.reported && !candidate.whole_draft) reported.push_back(&candidate);
    }
    std::stable_sort(
        reported.begin(), reported.end(), [this](const Candidate* a, const Candidate* b) {
          return std::pair(group_of(*a), a->span.begin) < std::pair(group_of(*b), b->span.begin);
        });
    Candidate* last = nullptr;
    for (Candidate* next : reported) {
      if (last != nullptr && are_one(*last, *next)) {
        join(*last, *next);
      } else {
        last = next;
      }
    }
  }

  bool are_one(const Candidate& left, const Candidate& right) const {
    const std::uint32_t joins = book_.rules[left.rule].joins;
    const auto sentence_of = [this](std::uint32_t token) {
      return document_.tokens()[token].sentence;
    };
    return left.rule == right.rule && joins > 0 && right.span.begin <= left.span.end + joins &&
           sentence_of(left.tokens.end - 1) == sentence_of(right.tokens.begin);
  }

  void join(Candidate& left, Candidate& right) const {
    left.span.end = std::max(left.span.end, right.span.end);
    left.tokens.end = std::max(left.tokens.end, right.tokens.end);
    left.confidence = std::max(left.confidence, right.confidence);
    right.reported = false;
    if (explain_)
      right.steps.push_back({"evidence.joined", book_.rules[left.rule].rule.id, right.confidence});
  }

  const RuleBook& book_;
  const Document& document_;
  std::span<const double> thresholds_;
  bool explain_;
  std::vector<Candidate>& candidates_;
  std::map<std::uint64_t, TakenSpans> taken_;
};

}  // namespace

void arbitrate(const RuleBook& book, const Document& document, std::span<const double> thresholds,
               bool explain, std::vector<Candidate>& candidates) {
  Arbiter(book, document, thresholds, explain, candidates).run();
}

}  // namespace postlint
