// Writes checked batches in the scan's format. What each thread does on its own.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "batch/check.h"
#include "postlint/report/summary.h"
#include "postlint/suppress/baseline.h"
#include "report_formats.h"
#include "suppression_log.h"

namespace postlint::cli {

struct WrittenBatch {
  std::string out;  // the messages in the scan's format, with separators between them
  ScanSummary summary;
  bool fails = false;  // some finding makes the status 1
  SuppressionLog log;
  Errors problems, notes;
  std::shared_ptr<const OpenSource> source;
  SourceRange covers;
};

// Immutable, safe to share between threads.
class BatchWriter {
 public:
  // All must outlive this. `key`: of the baseline, for reports that tag their findings; may be
  // null.
  BatchWriter(const ReportForm& format, const ReportStyle& style, const BaselineKey* key)
      : format_(format), style_(style), key_(key) {}

  WrittenBatch write(CheckedBatch checked) const;

 private:
  const ReportForm& format_;
  const ReportStyle& style_;
  const BaselineKey* key_;
};

}  // namespace postlint::cli
