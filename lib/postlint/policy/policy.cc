#include "postlint/policy/policy.h"

#include <algorithm>
#include <cassert>

namespace postlint {
namespace {

const Localized* first_fitting(const std::vector<Direction>& directions, const Context& context,
                               std::string_view rule) {
  for (const Direction& direction : directions) {
    const bool about_rule = direction.rules.empty() || names_rule(direction.rules, rule);
    if (about_rule && direction.when.holds_in(context)) return &direction.text;
  }
  return nullptr;
}

Severity changed(Severity severity, const SeverityChange& change) {
  if (change.severity) return *change.severity;
  const int value = static_cast<int>(severity) + change.step;
  return static_cast<Severity>(
      std::clamp(value, static_cast<int>(Severity::advice), static_cast<int>(Severity::error)));
}

// Reads nothing of the findings but their rules, so that the order of changes is that of the pack.
bool is_beside(const std::vector<std::string>& rules, const std::vector<Finding>& findings) {
  return rules.empty() || std::any_of(findings.begin(), findings.end(), [&](const Finding& it) {
           return names_rule(rules, it.rule->id);
         });
}

void change_severities(const Protocol& protocol, const Context& context,
                       std::vector<Finding>& findings) {
  for (const SeverityChange& change : protocol.severities) {
    if (!change.when.holds_in(context) || !is_beside(change.beside, findings)) continue;
    const auto concerns = [&](const Finding& it) { return names_rule(change.rules, it.rule->id); };
    if (change.off) std::erase_if(findings, concerns);
    for (Finding& finding : findings) {
      if (concerns(finding)) finding.severity = changed(finding.severity, change);
    }
  }
}

void add_directions(const Protocol& protocol, const Context& context, Finding& finding) {
  const std::string_view rule = finding.rule->id;
  for (const Clause& clause : protocol.clauses) {
    if (clause.check != ClauseCheck::outside && names_rule(clause.rules, rule) &&
        clause.when.holds_in(context))
      finding.clauses.push_back({protocol.id + " " + clause.number, clause.text});
  }
  if (const Localized* ask = first_fitting(protocol.ask, context, rule)) finding.ask = *ask;
  if (const Localized* note = first_fitting(protocol.notes, context, rule)) finding.note = *note;
}

}  // namespace

Policy::Policy(std::vector<Protocol> protocols) : protocols_(std::move(protocols)) {
  const auto general = std::find_if(protocols_.begin(), protocols_.end(),
                                    [](const Protocol& it) { return it.id == "general"; });
  assert(general != protocols_.end());
  general_ = static_cast<std::size_t>(general - protocols_.begin());
}

const Protocol& Policy::protocol_of(const Context& context) const {
  const auto own = std::find_if(protocols_.begin(), protocols_.end(),
                                [&](const Protocol& it) { return it.id == context.protocol; });
  return own != protocols_.end() ? *own : protocols_[general_];
}

Context Policy::completed(Context context) const {
  const Protocol* packs[] = {&protocol_of(context), &protocols_[general_]};
  for (const Protocol* pack : packs) add_facts(pack->channels, context);
  for (const Protocol* pack : packs) add_audience(pack->natures, context);
  return context;
}

void Policy::apply(const Context& context, std::vector<Finding>& findings) const {
  const Protocol& protocol = protocol_of(context);
  change_severities(protocol, context, findings);
  for (Finding& finding : findings) add_directions(protocol, context, finding);
}

Verdict Policy::verdict_of(const std::vector<Finding>& findings) {
  Verdict verdict = Verdict::allow;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::error) return Verdict::block;
    if (finding.severity == Severity::warning) verdict = Verdict::confirm;
  }
  return verdict;
}

}  // namespace postlint
