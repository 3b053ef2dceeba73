#include "postlint/policy/rule_settings.h"

#include <algorithm>

#include "postlint/text/folding.h"

namespace postlint {

RuleSettings::RuleSettings(std::vector<RuleSetting> settings) : settings_(std::move(settings)) {}

bool RuleSettings::apply(std::size_t rule, bool protocol_locks, std::string_view words,
                         Finding& finding) const {
  if (settings_.empty()) return true;
  const RuleSetting& it = settings_[rule];
  const bool only_raises = it.only_raises || protocol_locks;
  if (it.severity)
    finding.severity = only_raises ? std::max(finding.severity, *it.severity) : *it.severity;
  if (protocol_locks) return true;
  if (it.off) return false;
  return it.ignore.empty() ||
         std::find(it.ignore.begin(), it.ignore.end(), fold(words)) == it.ignore.end();
}

}  // namespace postlint
