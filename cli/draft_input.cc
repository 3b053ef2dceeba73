#include "draft_input.h"

#include <algorithm>
#include <utility>

#include "batch/ahead.h"
#include "batch/text.h"
#include "postlint/ingest/quotes.h"
#include "postlint/policy/policy.h"

namespace postlint::cli {
namespace {

constexpr std::string_view kKinds[] = {"auto", "text", "eml", "jsonl"};

// Null: what it looks like.
const Format* format_of(InputKind kind) {
  switch (kind) {
    case InputKind::automatic:
      return nullptr;
    case InputKind::text:
      return find_format("text");
    case InputKind::mail:
      return find_format("mail");
    case InputKind::records:
      return find_format("jsonl");
  }
  return nullptr;
}

// The linter repairs what is not UTF-8.
ScanBatch whole_text(Entered entered) {
  ScanBatch batch;
  batch.source = std::make_shared<const OpenSource>(std::move(entered.source));
  batch.format = find_format("text");
  batch.bytes = batch.source->source().bytes;
  batch.records.covers = {0, batch.bytes.size()};
  batch.records.notes = std::move(entered.notes);
  Record& record = batch.records.records.emplace_back();
  record.text = batch.bytes;
  record.range = batch.records.covers;
  batch.phone_names.resize(1);
  return batch;
}

CheckedBatch nothing_but(Errors problems) {
  CheckedBatch none;
  none.batch.records.problems = std::move(problems);
  return none;
}

void leave_out_quotes(RecordBatch& batch) {
  for (Record& record : batch.records)
    record.text = batch.keep(without(record.text, quotes_of(record, false)));
}

// What weighs most counts in a signature too: people write below theirs.
void leave_out_signatures(CheckedBatch& checked) {
  for (std::size_t i = 0; i < checked.records.size(); ++i) {
    const std::vector<Span> signatures = signatures_of(checked.batch.records.records[i]);
    Report& report = checked.records[i].report;
    std::erase_if(report.findings, [&](const Finding& finding) {
      return finding.span && finding.severity != Severity::error &&
             std::any_of(signatures.begin(), signatures.end(), [&](Span signature) {
               return signature.begin <= finding.span->begin && finding.span->begin < signature.end;
             });
    });
    report.verdict = Policy::verdict_of(report.findings);
  }
}

}  // namespace

std::optional<InputKind> input_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kKinds); ++i) {
    if (kKinds[i] == name) return static_cast<InputKind>(i);
  }
  return std::nullopt;
}

std::span<const std::string_view> input_kind_names() { return kKinds; }

bool is_whole_text(const Format& format) {
  return format.name == "text" || format.name == "markdown";
}

void DraftChecker::check(Input input, const std::function<void(CheckedBatch)>& take) {
  const std::string name = input.name;
  bool any = input.text.empty();
  Result<Entered> entered =
      enter(OpenSource(std::move(input.name), std::move(input.text)), format_of(kind_));
  if (!entered) return take(nothing_but(std::move(entered.error())));
  if (is_whole_text(*entered->format)) return take(check(whole_text(std::move(*entered))));
  SourceScan scan;
  scan.start(std::move(*entered));
  for (ScanBatch batch; scan.next(batch); batch = {}) {
    any = any || !batch.records.records.empty() || !batch.records.problems.empty();
    take(check(std::exchange(batch, {})));
  }
  if (!any) take(nothing_but({{name, 0, 0, {"input.no-draft", {}}}}));
}

CheckedBatch DraftChecker::check(ScanBatch batch) {
  if (!is_mail(*batch.format)) return checker_.check(std::move(batch), scratch_);
  leave_out_quotes(batch.records);
  CheckedBatch checked = checker_.check(std::move(batch), scratch_);
  leave_out_signatures(checked);
  return checked;
}

void with_draft(const CheckedBatch& checked, std::size_t index, const ReportStyle& style,
                BatchPlaces& places, const std::function<void(const CheckedText&)>& use) {
  if (!is_plain_text(checked.batch)) return with_text(checked, index, style, places, use);
  const std::string name = checked.batch.source->source().name;
  use(checked_draft(name, checked.batch.records.records[index].text,
                    checked.records[index].report));
}

}  // namespace postlint::cli
