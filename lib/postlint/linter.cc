#include "postlint/linter.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "postlint/detect/detector.h"
#include "postlint/detect/rule_book.h"
#include "postlint/load/data_files.h"
#include "postlint/policy/policy.h"
#include "postlint/policy/rule_settings.h"
#include "postlint/rules/masks.h"
#include "postlint/suppress/suppressions.h"
#include "postlint/text/document.h"
#include "postlint/text/unicode_data.h"

namespace postlint {
namespace {

// The findings that are gone since `before`; the others have kept their order.
void explain_what_went(const std::vector<Finding>& before, Report& report, EvidenceStep step) {
  auto left = report.findings.begin();
  for (const Finding& finding : before) {
    if (left != report.findings.end() && left->rule == finding.rule && left->span == finding.span) {
      ++left;
      continue;
    }
    Explanation& gone = report.explanations.emplace_back();
    gone.rule = finding.rule;
    gone.span = finding.span;
    gone.steps = finding.steps;
    step.confidence = finding.confidence;
    gone.steps.push_back(step);
  }
}

}  // namespace

struct Linter::Impl {
  RuleBook book;
  Policy policy;
  std::vector<Rule> rules;             // without signals, by id
  std::vector<const Rule*> by_number;  // by position in the book; null for a signal
  Masks masks{{}};

  // The rules' thresholds as the user has them, by position in the book; empty: as they are.
  void thresholds(const RuleSettings* settings, const Protocol& protocol,
                  std::vector<double>& out) const;
  std::size_t position_of(const Rule* rule) const {
    return static_cast<std::size_t>(rule - rules.data());
  }

  // The user's configuration has the last word on what the protocol made of the findings.
  void configure(const Draft& draft, const Protocol& protocol, const RuleSettings* settings,
                 std::vector<Finding>& findings) const {
    if (settings == nullptr) return;
    std::vector<Finding> kept;
    for (Finding& finding : findings) {
      const std::string_view words =
          finding.span ? finding.span->of(draft.text) : std::string_view();
      const bool is_locked = names_rule(protocol.locked, finding.rule->id);
      if (settings->apply(position_of(finding.rule), is_locked, words, finding))
        kept.push_back(std::move(finding));
    }
    findings = std::move(kept);
  }

  void lift(const Draft& draft, const CheckOptions& options, Report& report) const {
    const auto knows = [this](WordRole role, std::string_view word) {
      return book.lexicon.in(book.lexicon.find(word), role);
    };
    options.suppressions->apply(
        {draft.text, draft.file, draft.context.channel, options.today,
         policy.protocol_of(draft.context).locked, knows, draft.whole_file, rules},
        report);
  }
};

struct Linter::Scratch::Impl {
  explicit Impl(const RuleBook& book)
      : tokenizer(abbreviation_test(book.lexicon)), detector(book) {}

  static Tokenizer::AbbreviationTest abbreviation_test(const Lexicon& lexicon) {
    return [&lexicon](std::string_view word) {
      return lexicon.in(lexicon.find(word), WordRole::abbreviation);
    };
  }

  Tokenizer tokenizer;
  Document document;
  Detector detector;
  std::vector<double> thresholds;
};

void Linter::Impl::thresholds(const RuleSettings* settings, const Protocol& protocol,
                              std::vector<double>& out) const {
  out.clear();
  if (settings == nullptr || settings->empty()) return;
  for (std::size_t i = 0; i < by_number.size(); ++i) {
    const Rule* rule = by_number[i];
    const bool is_open = rule != nullptr && !names_rule(protocol.locked, rule->id);
    const double own = book.rules[i].threshold;
    out.push_back(is_open ? settings->of(position_of(rule)).min_confidence.value_or(own) : own);
  }
}

Linter::Scratch::Scratch(const Linter& linter)
    : impl_(std::make_unique<Impl>(linter.impl_->book)) {}
Linter::Scratch::~Scratch() = default;
Linter::Scratch::Scratch(Scratch&&) noexcept = default;
Linter::Scratch& Linter::Scratch::operator=(Scratch&&) noexcept = default;

Linter::Linter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Linter::~Linter() = default;

Linter::LoadResult Linter::load(const LoadOptions& options) {
  return load_from(DataFiles(options));
}

Linter::LoadResult Linter::load(const LoadOptions& options, const DataBytes& data) {
  return load_from(DataFiles(options, &data));
}

Linter::LoadResult Linter::load_from(DataFiles files) {
  Errors missing = missing_unicode_data();
  if (!missing.empty()) return {nullptr, std::move(missing)};
  auto loaded = files.load();
  if (!loaded) return {nullptr, std::move(files.errors())};

  auto impl = std::make_unique<Impl>(
      Impl{std::move(loaded->book), Policy(std::move(loaded->protocols)), {}, {}, Masks({})});
  for (const CompiledRule& rule : impl->book.rules) {
    if (!rule.is_signal) impl->rules.push_back(rule.rule);
  }
  std::sort(impl->rules.begin(), impl->rules.end(),
            [](const Rule& a, const Rule& b) { return a.id < b.id; });
  impl->masks = Masks(impl->rules);
  std::unique_ptr<const Linter> linter(new Linter(std::move(impl)));
  for (const CompiledRule& rule : linter->impl_->book.rules) {
    linter->impl_->by_number.push_back(linter->find_rule(rule.rule.id));
  }
  return {std::move(linter), {}};
}

std::span<const Rule> Linter::rules() const { return impl_->rules; }

const Rule* Linter::find_rule(std::string_view id) const {
  const auto found =
      std::lower_bound(impl_->rules.begin(), impl_->rules.end(), id,
                       [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != impl_->rules.end() && found->id == id ? &*found : nullptr;
}

std::vector<std::string> Linter::protocols() const {
  std::vector<std::string> ids;
  for (const Protocol& protocol : impl_->policy.protocols()) ids.push_back(protocol.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

const Protocol* Linter::find_protocol(std::string_view id) const {
  const std::vector<Protocol>& all = impl_->policy.protocols();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Protocol& pack) { return pack.id == id; });
  return found != all.end() ? &*found : nullptr;
}

Context Linter::completed(const Context& context) const { return impl_->policy.completed(context); }

Report Linter::check(const Draft& draft) const {
  Scratch scratch(*this);
  return check(draft, scratch);
}

Report Linter::check(const Draft& draft, Scratch& scratch, const CheckOptions& options) const {
  assert(draft.text.size() <= kLargestDraft);
  Scratch::Impl& work = *scratch.impl_;
  work.document.assign(draft.text, work.tokenizer);
  Report report;
  report.repaired = work.document.repaired();
  const Context context = impl_->policy.completed(draft.context);
  const Protocol& protocol = impl_->policy.protocol_of(context);
  impl_->thresholds(options.settings, protocol, work.thresholds);
  for (const Candidate& candidate : work.detector.detect(
           work.document, context, {options.explain, !options.patterns_alone, work.thresholds})) {
    const Rule* rule = impl_->by_number[candidate.rule];
    std::optional<Span> span;
    if (!candidate.whole_draft) span = work.document.to_source(candidate.span);
    if (span && impl_->masks.hide(draft.text, *span)) continue;
    if (!candidate.reported) {
      if (options.explain) report.explanations.push_back({rule, span, candidate.steps});
      continue;
    }
    const CompiledPattern& pattern = impl_->book.rules[candidate.rule].patterns[candidate.pattern];
    Finding finding;
    finding.rule = rule;
    finding.severity = pattern.severity.value_or(rule->severity);
    finding.confidence = candidate.confidence;
    finding.span = span;
    finding.message = pattern.message.nl.empty() ? rule->message : pattern.message;
    finding.advice = pattern.advice.nl.empty() ? rule->advice : pattern.advice;
    if (span && !rule->mask.empty()) finding.fix = Fix{"mask", rule->mask};
    finding.steps = candidate.steps;
    report.findings.push_back(std::move(finding));
  }
  const std::vector<Finding> found = options.explain ? report.findings : std::vector<Finding>();
  impl_->policy.apply(context, report.findings);
  explain_what_went(found, report, {"evidence.policy", protocol.id});
  const std::vector<Finding> allowed = options.explain ? report.findings : std::vector<Finding>();
  impl_->configure(draft, protocol, options.settings, report.findings);
  explain_what_went(allowed, report, {"evidence.settings", {}});
  report.verdict = Policy::verdict_of(report.findings);
  if (options.suppressions != nullptr) impl_->lift(draft, options, report);
  return report;
}

}  // namespace postlint
