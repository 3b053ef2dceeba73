#include "postlint/suppress/suppressions.h"

#include <algorithm>
#include <utility>

#include "postlint/policy/policy.h"
#include "postlint/suppress/allow_list.h"
#include "postlint/suppress/known_people.h"
#include "postlint/suppress/marks.h"
#include "postlint/suppress/own_details.h"
#include "postlint/suppress/written_names.h"

namespace postlint {
namespace {

template <typename T>
void append_to(std::vector<T>& list, const std::vector<T>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

}  // namespace

void SuppressionEntries::append(const SuppressionEntries& more) {
  append_to(own, more.own);
  append_to(allowed, more.allowed);
  append_to(consents, more.consents);
  marks = marks || more.marks;
  append_to(locked, more.locked);
}

struct Suppressions::Impl {
  explicit Impl(SuppressionEntries given)
      : entries(std::move(given)), own(entries.own), allowed(entries.allowed), people(entries) {}

  SuppressionEntries entries;
  OwnDetails own;
  AllowList allowed;
  KnownPeople people;
};

// Judges the findings of one draft.
class Suppressions::Judge {
 public:
  Judge(const Impl& impl, const SuppressionContext& draft, Report& report)
      : impl_(impl),
        draft_(draft),
        expired_(report.expired),
        names_(written_names(report.findings, draft)) {}

  std::optional<Suppression> judge(const Finding& finding) {
    if (const auto own = impl_.own.find(finding, draft_.text)) return by_organisation(*own);
    if (auto known = by_name(finding)) return known;
    if (auto agreed = by_photo(finding)) return agreed;
    return by_allow(finding);
  }

 private:
  Suppression by_organisation(std::size_t position) const {
    const SourcePlace& place = impl_.entries.own[position].place;
    return {SuppressionKind::organisation, position + 1, to_string(place), {}};
  }

  std::optional<Suppression> by_answer(const NameAnswer& answer) {
    if (answer.kind == NameAnswer::Kind::unknown) return std::nullopt;
    if (answer.kind == NameAnswer::Kind::own) return by_organisation(answer.entry);
    const ConsentEntry& entry = impl_.entries.consents[answer.entry];
    Suppression agreed{SuppressionKind::consent, answer.entry + 1, to_string(entry.place), {}};
    if (answer.kind == NameAnswer::Kind::agreed) return agreed;
    note_expired(std::move(agreed));
    return std::nullopt;
  }

  std::optional<Suppression> by_name(const Finding& finding) {
    if (!is_name(finding)) return std::nullopt;
    const auto name = std::find_if(names_.begin(), names_.end(),
                                   [&](const WrittenName& it) { return it.span == *finding.span; });
    if (name == names_.end()) return std::nullopt;
    return by_answer(impl_.people.ask(*name, names_, ConsentTo::name, draft_));
  }

  std::optional<Suppression> by_photo(const Finding& finding) {
    if (finding.rule->identifies != Identifies::picture || !finding.span) return std::nullopt;
    std::optional<Suppression> agreed;
    for (const WrittenName& name : names_shown(*finding.span, names_, draft_)) {
      agreed = by_answer(impl_.people.ask(name, names_, ConsentTo::photo, draft_));
      if (!agreed) return std::nullopt;
    }
    return agreed;
  }

  std::optional<Suppression> by_allow(const Finding& finding) {
    for (const std::size_t position : impl_.allowed.about(finding, draft_)) {
      const AllowEntry& entry = impl_.entries.allowed[position];
      Suppression allowed{SuppressionKind::allow, position + 1, to_string(entry.place),
                          entry.reason};
      const bool ended = entry.until && draft_.today.ok() && *entry.until < draft_.today;
      if (!ended) return allowed;
      note_expired(std::move(allowed));
    }
    return std::nullopt;
  }

  void note_expired(Suppression entry) {
    if (std::find(expired_.begin(), expired_.end(), entry) == expired_.end())
      expired_.push_back(std::move(entry));
  }

  const Impl& impl_;
  const SuppressionContext& draft_;
  std::vector<Suppression>& expired_;
  const std::vector<WrittenName> names_;
};

Suppressions::Suppressions(SuppressionEntries entries)
    : impl_(std::make_unique<const Impl>(std::move(entries))) {}
Suppressions::~Suppressions() = default;
Suppressions::Suppressions(Suppressions&&) noexcept = default;
Suppressions& Suppressions::operator=(Suppressions&&) noexcept = default;

const SuppressionEntries& Suppressions::entries() const { return impl_->entries; }

void Suppressions::apply(const SuppressionContext& draft, Report& report) const {
  if (impl_->entries.empty()) return;
  if (!report.findings.empty()) {
    Judge judge(*impl_, draft, report);
    lift(report, [&](const Finding& finding) { return judge.judge(finding); });
  }
  if (impl_->entries.marks && draft.whole_file && may_hold_marks(draft.file))
    apply_marks(draft, report);
}

// Wrong marks are told even where there is nothing to lift.
void Suppressions::apply_marks(const SuppressionContext& draft, Report& report) const {
  std::vector<std::string> locked = impl_->entries.locked;
  locked.insert(locked.end(), draft.locked.begin(), draft.locked.end());
  const std::string file(draft.file);
  const auto marks = find_marks(draft.text, file, draft.rules, locked, report.wrong_marks);
  lift_marked(marks, file, locked, report);
}

Errors Suppressions::check_rules(std::span<const Rule> known) const {
  return impl_->allowed.check_rules(known);
}

void lift(Report& report, const std::function<std::optional<Suppression>(const Finding&)>& lifts) {
  std::vector<Finding> stay;
  for (Finding& finding : report.findings) {
    finding.suppression = lifts(finding);
    (finding.suppression ? report.suppressed : stay).push_back(std::move(finding));
  }
  report.findings = std::move(stay);
  report.verdict = Policy::verdict_of(report.findings);
}

}  // namespace postlint
