// Which patterns there is any reason to run: those whose phrases or expressions may be in the
// document, or that name a thing found. In a short message that is a handful of hundreds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "postlint/detect/phrase/anchor_index.h"
#include "postlint/rules/context.h"

namespace postlint {

struct CompiledRule;

// A set of steps, in their order.
class StepSet {
 public:
  StepSet() = default;
  explicit StepSet(std::size_t steps) : bits_(steps / 64 + 1) {}

  void add(std::uint32_t step) { bits_[step / 64] |= std::uint64_t{1} << step % 64; }
  void add(const std::vector<std::uint32_t>& steps) {
    for (const std::uint32_t step : steps) add(step);
  }
  // The first step from `from` on that is in this set and in `other`, which is of the same size;
  // kNone: there is none.
  std::uint32_t next(std::uint32_t from, const StepSet& other) const;

  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

 private:
  std::vector<std::uint64_t> bits_;
};

// Immutable after construction.
class PatternIndex {
 public:
  // A pattern in its turn: rules come after those that they refer to.
  struct Step {
    std::uint32_t rule;     // in RuleBook::rules
    std::uint32_t pattern;  // in its patterns
  };

  PatternIndex() = default;
  PatternIndex(const std::vector<CompiledRule>& rules, const std::vector<std::uint32_t>& order,
               const AnchorIndex& anchors, std::size_t groups, std::size_t regexes);

  const Step& step(std::uint32_t number) const { return steps_[number]; }
  std::size_t size() const { return steps_.size(); }

  // Steps to take whatever the document holds.
  const StepSet& always() const { return always_; }
  // Steps to take when a group of phrases has hits, an expression may occur, an entity was found.
  const std::vector<std::uint32_t>& of_group(std::uint32_t group) const { return of_group_[group]; }
  const std::vector<std::uint32_t>& of_regex(std::uint32_t regex) const { return of_regex_[regex]; }
  const std::vector<std::uint32_t>& of_entity(EntityId id) const { return of_entity_[id]; }
  // Steps of the patterns that count in a context.
  StepSet holding_in(const Context& context, const std::vector<CompiledRule>& rules) const;

 private:
  void add(std::uint32_t number, const std::vector<CompiledRule>& rules,
           const AnchorIndex& anchors);
  void add_group(std::uint32_t number, std::uint32_t group, const AnchorIndex& anchors);

  std::vector<Step> steps_;
  StepSet always_;
  std::vector<std::vector<std::uint32_t>> of_group_;
  std::vector<std::vector<std::uint32_t>> of_regex_;
  std::vector<std::vector<std::uint32_t>> of_entity_;
};

}  // namespace postlint
