#include "scan/write.h"

#include "batch/text.h"
#include "postlint/suppress/hex_digits.h"
#include "scan/baseline.h"

namespace postlint::cli {
namespace {

// Writes the records of one batch.
class RecordWriter {
 public:
  RecordWriter(const CheckedBatch& checked, const ReportForm& format, const ReportStyle& style,
               const BaselineKey* key, WrittenBatch& result)
      : checked_(checked),
        format_(format),
        style_(style),
        key_(key),
        result_(result),
        places_(checked.batch) {}

  void write(std::size_t index) {
    with_text(checked_, index, style_, places_, [&](CheckedText& message) {
      if (key_ != nullptr) add_tags(checked_.batch.records.records[index], message);
      append(message);
      result_.summary.add(message);
    });
    const CheckedRecord& checked = checked_.records[index];
    result_.log.add(checked.sender);
    result_.log.add(checked.report);
    result_.fails = result_.fails || checked.fails();
  }

 private:
  void add_tags(const Record& record, CheckedText& message) const {
    for (PlacedFinding& item : message.findings)
      item.tag = hex_digits(tag_of(*key_, record, *item.finding, item.in_author));
  }

  void append(const CheckedText& message) {
    const std::size_t before = result_.out.size();
    if (before > 0) result_.out += format_.separator;
    const std::size_t begin = result_.out.size();
    format_.append(message, style_, result_.out);
    if (result_.out.size() == begin) result_.out.resize(before);
  }

  const CheckedBatch& checked_;
  const ReportForm& format_;
  const ReportStyle& style_;
  const BaselineKey* key_;
  WrittenBatch& result_;
  BatchPlaces places_;
};

}  // namespace

WrittenBatch BatchWriter::write(CheckedBatch checked) const {
  WrittenBatch result;
  if (checked.batch.source != nullptr) {
    RecordWriter records(checked, format_, style_, key_, result);
    for (std::size_t i = 0; i < checked.records.size(); ++i) records.write(i);
  }
  result.problems = std::move(checked.batch.records.problems);
  result.notes = std::move(checked.batch.records.notes);
  result.summary.add_unread(result.problems.size());
  result.source = std::move(checked.batch.source);
  result.covers = checked.batch.records.covers;
  return result;
}

}  // namespace postlint::cli
