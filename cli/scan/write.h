// Writes checked batches in the scan's format. What each thread does on its own.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "batch/check.h"
#include "batch/places.h"
#include "postlint/report/message_report.h"
#include "postlint/report/summary.h"
#include "postlint/suppress/baseline.h"
#include "suppression_log.h"

namespace postlint::cli {

// Makes a record of a batch, whose places these are, into a message for a report in this style. The
// message lives as long as the call of `use`.
void with_message(const CheckedBatch& checked, std::size_t index, const ReportStyle& style,
                  BatchPlaces& places, const std::function<void(CheckedMessage&)>& use);

// How messages are written down one after the other.
struct ScanFormat {
  std::string_view name;  // as -f takes it
  std::string (*head)(const Linter& linter, const ReportStyle& style);
  std::string_view separator;
  // Appends one message; nothing at all for one that this format does not show.
  void (*append)(const CheckedMessage& message, const ReportStyle& style, std::string& out);
  std::string (*tail)(const ScanSummary& summary, const ReportStyle& style);
  bool tells_of_baseline = false;  // the tail does
};

struct WrittenBatch {
  std::string out;  // the messages in the scan's format, with separators between them
  ScanSummary summary;
  bool fails = false;  // some finding makes the status 1
  SuppressionLog log;
  Errors problems;
  std::shared_ptr<const OpenSource> source;
  SourceRange covers;
};

// Immutable, safe to share between threads.
class BatchWriter {
 public:
  // All must outlive this. `key`: of the baseline, for reports that tag their findings; may be
  // null.
  BatchWriter(const ScanFormat& format, const ReportStyle& style, const BaselineKey* key)
      : format_(format), style_(style), key_(key) {}

  WrittenBatch write(CheckedBatch checked) const;

 private:
  const ScanFormat& format_;
  const ReportStyle& style_;
  const BaselineKey* key_;
};

}  // namespace postlint::cli
