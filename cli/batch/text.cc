#include "batch/text.h"

#include <algorithm>

#include "postlint/policy/policy.h"

namespace postlint::cli {
namespace {

// Where words of the author's name stand: exactly, if the source has the name as it is.
SourceRange in_name(const Record& record, Span span) {
  const SourceRange name = record.author_range;
  if (name.size() != record.author.size()) return name;
  return {name.begin + span.begin, name.begin + span.end};
}

void add_findings(const Record& record, const std::vector<Finding>& findings, bool in_author,
                  BatchPlaces& places, std::vector<PlacedFinding>& out) {
  for (const Finding& finding : findings) {
    PlacedFinding& added = out.emplace_back();
    added.finding = &finding;
    added.in_author = in_author;
    if (!finding.span) continue;
    added.place = places.place_of(in_author ? in_name(record, *finding.span)
                                            : record.to_source(*finding.span));
  }
}

void add_explanations(const Record& record, const std::vector<Explanation>& explanations,
                      BatchPlaces& places, std::vector<PlacedExplanation>& out) {
  for (const Explanation& explanation : explanations) {
    PlacedExplanation& added = out.emplace_back();
    added.explanation = &explanation;
    if (explanation.span) added.place = places.place_of(record.to_source(*explanation.span));
  }
}

}  // namespace

void with_text(const CheckedBatch& checked, std::size_t index, const ReportStyle& style,
               BatchPlaces& places, const std::function<void(CheckedText&)>& use) {
  const Record& record = checked.batch.records.records[index];
  const CheckedRecord& result = checked.records[index];
  const bool masked = !style.show_values && !result.shown_id.empty();
  const std::string id = masked ? result.shown_id : id_of(checked.batch, index);
  const std::string name = checked.batch.source->source().name;
  const std::string shown_author =
      style.show_values ? std::string(record.author)
                        : masked_author(record.author, checked.batch.phone_names[index]);
  const std::string time = to_string(record.time);
  const std::string week =
      record.time.known() ? to_string(monday_of(record.time)).substr(0, 10) : std::string();
  CheckedText message;
  message.id = id;
  message.source = name;
  message.author = shown_author;
  message.author_words = record.author;
  message.timestamp = time;
  message.week = week;
  message.kind = name_of(record.kind);
  message.text = record.text;
  message.verdict = std::max(Policy::verdict_of(result.report.findings),
                             Policy::verdict_of(result.sender.findings));
  message.repaired = result.report.repaired;
  message.places_in_text = stands_alone(checked.batch);
  add_findings(record, result.sender.findings, true, places, message.findings);
  add_findings(record, result.report.findings, false, places, message.findings);
  add_explanations(record, result.report.explanations, places, message.explanations);
  add_findings(record, result.sender.suppressed, true, places, message.suppressed);
  add_findings(record, result.report.suppressed, false, places, message.suppressed);
  use(message);
}

}  // namespace postlint::cli
