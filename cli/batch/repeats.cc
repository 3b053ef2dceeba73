#include "batch/repeats.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "batch/ahead.h"
#include "postlint/ingest/quotes.h"
#include "postlint/text/folding.h"

namespace postlint::cli {
namespace {

constexpr std::size_t kMostRemembered = 500'000;

}  // namespace

// What a record quotes, looked for once, however many of its findings ask.
class RepeatFilter::Quotes {
 public:
  Quotes(const Record& record, const ScanBatch& batch)
      : record_(record), in_mail_(is_mail(*batch.format)) {}

  bool hold(std::size_t offset) {
    if (!quotes_) quotes_ = quotes_of(record_, in_mail_);
    return std::any_of(quotes_->begin(), quotes_->end(),
                       [&](Span quote) { return quote.begin <= offset && offset < quote.end; });
  }

 private:
  const Record& record_;
  const bool in_mail_;
  std::optional<std::vector<Span>> quotes_;
};

void RepeatFilter::look_ahead(const CheckedBatch& checked) {
  set_scope(checked.batch);
  for (std::size_t i = 0; i < checked.records.size(); ++i) {
    const Record& record = checked.batch.records.records[i];
    Quotes quotes(record, checked.batch);
    for (const Finding& finding : checked.records[i].report.findings) {
      if (finding.span && !quotes.hold(finding.span->begin))
        remember(key_of(record, finding), to_come_);
    }
  }
}

void RepeatFilter::sift(CheckedBatch& checked) {
  if (checked.batch.source == nullptr || stands_alone(checked.batch)) return;
  set_scope(checked.batch);
  for (std::size_t i = 0; i < checked.records.size(); ++i) {
    const Record& record = checked.batch.records.records[i];
    Quotes quotes(record, checked.batch);
    std::erase_if(checked.records[i].report.findings,
                  [&](const Finding& finding) { return is_repeat(record, quotes, finding); });
  }
}

void RepeatFilter::set_scope(const ScanBatch& batch) {
  scope_ = is_mail(*batch.format) ? "" : batch.source->source().name;
}

bool RepeatFilter::is_repeat(const Record& record, Quotes& quotes, const Finding& finding) {
  if (!finding.span) return false;
  const std::uint64_t key = key_of(record, finding);
  if (remember(key, seen_) && !to_come_.contains(key)) return false;
  return record.kind == Kind::system || quotes.hold(finding.span->begin);
}

// By program and by people apart: that somebody joined is no reason to keep silent on what is said
// of them.
std::uint64_t RepeatFilter::key_of(const Record& record, const Finding& finding) const {
  std::string said = record.kind == Kind::system ? "system" : "";
  for (const std::string& part : {finding.rule->id, scope_, fold(finding.span->of(record.text))}) {
    said += '\0' + part;
  }
  return std::hash<std::string>()(said);
}

bool RepeatFilter::remember(std::uint64_t key, Keys& keys) {
  if (keys.size() >= kMostRemembered) return !keys.contains(key);
  return keys.insert(key).second;
}

}  // namespace postlint::cli
