// Checks batches of messages and writes down what comes of them. What each thread does on its own.
#pragma once

#include <string>
#include <string_view>

#include "postlint/linter.h"
#include "postlint/report/message_report.h"
#include "postlint/report/summary.h"
#include "scan_input.h"

namespace postlint::cli {

// How messages are written down one after the other.
struct ScanFormat {
  std::string_view name;  // as -f takes it
  std::string (*head)(const Linter& linter, const ReportStyle& style);
  std::string_view separator;
  // Appends one message; nothing at all for one that this format does not show.
  void (*append)(const CheckedMessage& message, const ReportStyle& style, std::string& out);
  std::string (*tail)(const ScanSummary& summary, const ReportStyle& style);
};

struct CheckedBatch {
  std::string out;  // the messages in the scan's format, with separators between them
  ScanSummary summary;
  Errors problems;
  std::shared_ptr<const OpenSource> source;
  SourceRange covers;
};

// Immutable, safe to share between threads.
class BatchChecker {
 public:
  // All must outlive this. `given`: what the user says about who posts where.
  BatchChecker(const Linter& linter, const Context& given, const ScanFormat& format,
               const ReportStyle& style)
      : linter_(linter), given_(given), format_(format), style_(style) {}

  CheckedBatch check(ScanBatch batch, Linter::Scratch& scratch) const;

 private:
  friend class RecordChecker;
  const Linter& linter_;
  const Context& given_;
  const ScanFormat& format_;
  const ReportStyle& style_;
};

}  // namespace postlint::cli
