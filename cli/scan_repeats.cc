#include "scan_repeats.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "postlint/ingest/quotes.h"
#include "postlint/text/folding.h"

namespace postlint::cli {
namespace {

constexpr std::size_t kMostRemembered = 500'000;

// Mails answer each other across files.
bool is_mail(const Format& format) { return format.channel == "e-mail"; }

}  // namespace

// What a record quotes, looked for once, however many of its findings ask.
class RepeatFilter::Quotes {
 public:
  explicit Quotes(const Record& record) : record_(record) {}

  bool hold(std::size_t offset) {
    if (!quotes_) quotes_ = quotes_in(record_.text);
    return std::any_of(quotes_->begin(), quotes_->end(),
                       [&](Span quote) { return quote.begin <= offset && offset < quote.end; });
  }

 private:
  const Record& record_;
  std::optional<std::vector<Span>> quotes_;
};

void RepeatFilter::sift(CheckedBatch& checked) {
  if (checked.batch.source == nullptr || stands_alone(checked.batch)) return;
  scope_ = is_mail(*checked.batch.format) ? "" : checked.batch.source->source().name;
  for (std::size_t i = 0; i < checked.records.size(); ++i) {
    const Record& record = checked.batch.records.records[i];
    Quotes quotes(record);
    std::erase_if(checked.records[i].report.findings,
                  [&](const Finding& finding) { return is_repeat(record, quotes, finding); });
  }
}

bool RepeatFilter::is_repeat(const Record& record, Quotes& quotes, const Finding& finding) {
  if (!finding.span) return false;
  if (remember(record, finding)) return false;
  return record.kind == Kind::system || quotes.hold(finding.span->begin);
}

// By program and by people apart: that somebody joined is no reason to keep silent on what is said
// of them.
bool RepeatFilter::remember(const Record& record, const Finding& finding) {
  std::string said = record.kind == Kind::system ? "system" : "";
  for (const std::string& part : {finding.rule->id, scope_, fold(finding.span->of(record.text))}) {
    said += '\0' + part;
  }
  const std::uint64_t key = std::hash<std::string>()(said);
  if (seen_.size() >= kMostRemembered) return !seen_.contains(key);
  return seen_.insert(key).second;
}

}  // namespace postlint::cli
