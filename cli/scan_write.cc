#include "scan_write.h"

#include <algorithm>
#include <optional>

#include "postlint/policy/policy.h"
#include "postlint/text/line_index.h"

namespace postlint::cli {
namespace {

// Writes the records of one batch.
class RecordWriter {
 public:
  RecordWriter(const CheckedBatch& checked, const ScanFormat& format, const ReportStyle& style,
               WrittenBatch& result)
      : batch_(checked.batch),
        records_(checked.records),
        format_(format),
        style_(style),
        result_(result),
        name_(batch_.source->source().name) {}

  void write(std::size_t index) {
    const Record& record = batch_.records.records[index];
    const CheckedRecord& checked = records_[index];
    const std::string id = id_of(batch_, index);
    const std::string time = to_string(record.time);
    const std::string week =
        record.time.known() ? to_string(monday_of(record.time)).substr(0, 10) : std::string();
    CheckedMessage message;
    message.id = id;
    message.source = name_;
    message.author = record.author;
    message.timestamp = time;
    message.week = week;
    message.kind = name_of(record.kind);
    message.text = record.text;
    message.verdict = std::max(Policy::verdict_of(checked.report.findings),
                               Policy::verdict_of(checked.sender.findings));
    message.repaired = checked.report.repaired;
    message.places_in_text = stands_alone(batch_);
    add_findings(record, checked.sender, true, message);
    add_findings(record, checked.report, false, message);
    append(message);
    result_.summary.add(message);
    result_.fails = result_.fails || fails(checked.fail_on, checked.report.findings) ||
                    fails(checked.fail_on, checked.sender.findings);
  }

 private:
  void add_findings(const Record& record, const Report& report, bool in_author,
                    CheckedMessage& message) {
    for (const Finding& finding : report.findings) {
      MessageFinding& added = message.findings.emplace_back();
      added.finding = &finding;
      added.in_author = in_author;
      if (!finding.span) continue;
      added.place = in_author ? place_of(in_name(record, *finding.span))
                              : place_of(record.to_source(*finding.span));
    }
  }

  // Where words of the author's name stand: exactly, if the source has the name as it is.
  SourceRange in_name(const Record& record, Span span) const {
    const SourceRange name = record.author_range;
    if (name.size() != record.author.size()) return name;
    return {name.begin + span.begin, name.begin + span.end};
  }

  MessagePlace place_of(SourceRange range) {
    const SourceRange covers = batch_.records.covers;
    if (!lines_) lines_.emplace(batch_.bytes.substr(covers.begin, covers.size()));
    const auto inside = [&](std::uint64_t offset) {
      return static_cast<std::uint32_t>(std::clamp(offset, covers.begin, covers.end) -
                                        covers.begin);
    };
    const Position begin = lines_->position(inside(range.begin));
    const Position end = lines_->position(inside(range.end));
    MessagePlace place;
    place.line = batch_.start.line + begin.line - 1;
    place.column = column(begin);
    place.end_line = batch_.start.line + end.line - 1;
    place.end_column = column(end);
    place.utf16_begin = batch_.start.utf16 + begin.utf16;
    place.utf16_end = batch_.start.utf16 + end.utf16;
    const OpenSource& file = *batch_.source;
    place.begin = file.place_in_file(batch_.base + range.begin, place.utf16_begin);
    place.end = file.place_in_file(batch_.base + range.end, place.utf16_end);
    return place;
  }

  std::uint64_t column(const Position& position) const {
    return position.line == 1 ? batch_.start.column + position.column - 1 : position.column;
  }

  void append(const CheckedMessage& message) {
    const std::size_t before = result_.out.size();
    if (before > 0) result_.out += format_.separator;
    const std::size_t begin = result_.out.size();
    format_.append(message, style_, result_.out);
    if (result_.out.size() == begin) result_.out.resize(before);
  }

  const ScanBatch& batch_;
  const std::vector<CheckedRecord>& records_;
  const ScanFormat& format_;
  const ReportStyle& style_;
  WrittenBatch& result_;
  std::string name_;
  std::optional<LineIndex> lines_;
};

}  // namespace

WrittenBatch BatchWriter::write(CheckedBatch checked) const {
  WrittenBatch result;
  if (checked.batch.source != nullptr) {
    RecordWriter records(checked, format_, style_, result);
    for (std::size_t i = 0; i < checked.records.size(); ++i) records.write(i);
  }
  result.problems = std::move(checked.batch.records.problems);
  result.source = std::move(checked.batch.source);
  result.covers = checked.batch.records.covers;
  return result;
}

}  // namespace postlint::cli
