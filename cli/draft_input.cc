#include "draft_input.h"

#include <utility>

#include "batch/text.h"
#include "postlint/ingest/quotes.h"
#include "postlint/policy/policy.h"

namespace postlint::cli {
namespace {

constexpr std::string_view kKinds[] = {"auto", "text", "eml", "jsonl"};

const Format* format_of(InputKind kind) {
  if (kind == InputKind::mail) return find_format("mail");
  return find_format(kind == InputKind::records ? "jsonl" : "text");
}

InputKind recognise(const Input& input) {
  const Source source{input.name, input.text};
  const bool mail = find_format("mail")->score(Sample(source)) > 0;
  return mail ? InputKind::mail : InputKind::text;
}

// A text is one draft whatever its length and its charset: the linter repairs what is not UTF-8.
ScanBatch whole_text(Input input) {
  ScanBatch batch;
  batch.source = std::make_shared<const OpenSource>(std::move(input.name), std::move(input.text));
  batch.format = format_of(InputKind::text);
  batch.bytes = batch.source->source().bytes;
  batch.records.covers = {0, batch.bytes.size()};
  Record& record = batch.records.records.emplace_back();
  record.text = batch.bytes;
  record.range = batch.records.covers;
  batch.phone_names.resize(1);
  return batch;
}

CheckedBatch nothing_in(const std::string& name) {
  CheckedBatch none;
  none.batch.records.problems.push_back({name, 0, 0, {"input.no-draft", {}}});
  return none;
}

void leave_out_quotes(RecordBatch& batch) {
  for (Record& record : batch.records) record.text = batch.keep(without_quotes(record.text));
}

void leave_out_signatures(CheckedBatch& checked) {
  for (std::size_t i = 0; i < checked.records.size(); ++i) {
    const std::size_t signature = signature_begin(checked.batch.records.records[i].text);
    Report& report = checked.records[i].report;
    std::erase_if(report.findings, [&](const Finding& finding) {
      return finding.span && finding.span->begin >= signature;
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

void DraftChecker::check(Input input, const std::function<void(CheckedBatch)>& take) {
  const InputKind kind = kind_ == InputKind::automatic ? recognise(input) : kind_;
  if (kind == InputKind::text) return take(check(whole_text(std::move(input)), kind));
  const std::string name = input.name;
  bool any = input.text.empty();
  SourceScan scan;
  scan.start(OpenSource(name, std::move(input.text)), format_of(kind));
  for (ScanBatch batch; scan.next(batch); batch = {}) {
    any = any || !batch.records.records.empty() || !batch.records.problems.empty();
    take(check(std::exchange(batch, {}), kind));
  }
  if (!any) take(nothing_in(name));
}

CheckedBatch DraftChecker::check(ScanBatch batch, InputKind kind) {
  if (kind != InputKind::mail) return checker_.check(std::move(batch), scratch_);
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
