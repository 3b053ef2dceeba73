// What a user's configuration says about rules. It has the last word, after the protocol.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/rules/finding.h"

namespace postlint {

// One rule. What is left open stays as the rule and the protocol have it.
struct RuleSetting {
  bool off = false;
  std::optional<Severity> severity;
  std::optional<double> min_confidence;  // instead of the rule's own threshold
  std::vector<std::string> ignore;       // words that are no finding, folded (text/folding.h)
  bool only_raises = false;              // `severity` may raise and not lower: the rule is locked
};

// Immutable once made; safe to share between threads.
class RuleSettings {
 public:
  RuleSettings() = default;
  // One for each of Linter::rules(), in their order.
  explicit RuleSettings(std::vector<RuleSetting> settings);

  // Nothing was set about any rule.
  bool empty() const { return settings_.empty(); }
  // `rule`: its position in Linter::rules().
  const RuleSetting& of(std::size_t rule) const { return settings_[rule]; }

  // Gives the finding its severity. False if it is none: the rule is off, or `words`, what the
  // finding is about, are ignored. `protocol_locks`: the protocol lets nobody lower this rule.
  bool apply(std::size_t rule, bool protocol_locks, std::string_view words, Finding& finding) const;

 private:
  std::vector<RuleSetting> settings_;
};

}  // namespace postlint
