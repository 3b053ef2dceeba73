#include "scan/write.h"

#include <algorithm>

#include "postlint/policy/policy.h"
#include "postlint/suppress/hex_digits.h"
#include "scan/baseline.h"

namespace postlint::cli {
namespace {

// Where words of the author's name stand: exactly, if the source has the name as it is.
SourceRange in_name(const Record& record, Span span) {
  const SourceRange name = record.author_range;
  if (name.size() != record.author.size()) return name;
  return {name.begin + span.begin, name.begin + span.end};
}

void add_findings(const Record& record, const std::vector<Finding>& findings, bool in_author,
                  BatchPlaces& places, std::vector<MessageFinding>& out) {
  for (const Finding& finding : findings) {
    MessageFinding& added = out.emplace_back();
    added.finding = &finding;
    added.in_author = in_author;
    if (!finding.span) continue;
    added.place = places.place_of(in_author ? in_name(record, *finding.span)
                                            : record.to_source(*finding.span));
  }
}

// Writes the records of one batch.
class RecordWriter {
 public:
  RecordWriter(const CheckedBatch& checked, const ScanFormat& format, const ReportStyle& style,
               const BaselineKey* key, WrittenBatch& result)
      : checked_(checked),
        format_(format),
        style_(style),
        key_(key),
        result_(result),
        places_(checked.batch) {}

  void write(std::size_t index) {
    with_message(checked_, index, style_, places_, [&](CheckedMessage& message) {
      if (key_ != nullptr) add_tags(checked_.batch.records.records[index], message);
      append(message);
      result_.summary.add(message);
    });
    const CheckedRecord& checked = checked_.records[index];
    result_.log.add(checked.sender);
    result_.log.add(checked.report);
    result_.fails = result_.fails || fails(checked.fail_on, checked.report.findings) ||
                    fails(checked.fail_on, checked.sender.findings);
  }

 private:
  void add_tags(const Record& record, CheckedMessage& message) const {
    for (MessageFinding& item : message.findings)
      item.tag = hex_digits(tag_of(*key_, record, *item.finding, item.in_author));
  }

  void append(const CheckedMessage& message) {
    const std::size_t before = result_.out.size();
    if (before > 0) result_.out += format_.separator;
    const std::size_t begin = result_.out.size();
    format_.append(message, style_, result_.out);
    if (result_.out.size() == begin) result_.out.resize(before);
  }

  const CheckedBatch& checked_;
  const ScanFormat& format_;
  const ReportStyle& style_;
  const BaselineKey* key_;
  WrittenBatch& result_;
  BatchPlaces places_;
};

}  // namespace

void with_message(const CheckedBatch& checked, std::size_t index, const ReportStyle& style,
                  BatchPlaces& places, const std::function<void(CheckedMessage&)>& use) {
  const Record& record = checked.batch.records.records[index];
  const CheckedRecord& result = checked.records[index];
  const std::string id = id_of(checked.batch, index);
  const std::string name = checked.batch.source->source().name;
  const std::string shown_author =
      style.show_values ? std::string(record.author)
                        : masked_author(record.author, checked.batch.phone_names[index]);
  const std::string time = to_string(record.time);
  const std::string week =
      record.time.known() ? to_string(monday_of(record.time)).substr(0, 10) : std::string();
  CheckedMessage message;
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
  add_findings(record, result.sender.suppressed, true, places, message.suppressed);
  add_findings(record, result.report.suppressed, false, places, message.suppressed);
  use(message);
}

WrittenBatch BatchWriter::write(CheckedBatch checked) const {
  WrittenBatch result;
  if (checked.batch.source != nullptr) {
    RecordWriter records(checked, format_, style_, key_, result);
    for (std::size_t i = 0; i < checked.records.size(); ++i) records.write(i);
  }
  result.problems = std::move(checked.batch.records.problems);
  result.source = std::move(checked.batch.source);
  result.covers = checked.batch.records.covers;
  return result;
}

}  // namespace postlint::cli
