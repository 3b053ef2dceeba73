// Runs a scan: reads, checks on several threads, writes in the order of the input.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "scan/write.h"
#include "streams.h"

namespace postlint::cli {

struct ScanTotals {
  ScanSummary summary;
  SuppressionLog log;
  bool fails = false;       // some finding makes the status 1
  std::uint64_t bytes = 0;  // read
  bool interrupted = false;
  bool trouble = false;  // something could not be read
};

// Takes checked batches in the order of the input.
class ScanOutput {
 public:
  // `bytes_in_all`: for the progress on a terminal; 0 for none. `progress`: the message for it.
  ScanOutput(const ReportForm& form, Output& output, const ReportStyle& style,
             std::uint64_t bytes_in_all, const char* progress = "scan.progress");

  ~ScanOutput() { clear_progress(); }
  ScanOutput(const ScanOutput&) = delete;
  ScanOutput& operator=(const ScanOutput&) = delete;

  // For a look ahead: shows how far it is, and what goes wrong.
  ScanOutput ahead() const {
    return {form_, output_, style_, bytes_in_all_, "scan.progress-ahead"};
  }

  void begin(const Linter& linter);
  void start_clock();  // of the progress: reading begins
  void take(const WrittenBatch& batch);
  void end();

  // True once nothing can be written any more: further messages need not be checked.
  bool closed() const { return output_.failed(); }

  ScanTotals& totals() { return totals_; }

 private:
  void show_progress();
  void clear_progress();

  const ReportForm& form_;
  Output& output_;
  const ReportStyle& style_;
  std::uint64_t bytes_in_all_;
  const char* progress_;
  ScanTotals totals_;
  bool any_written_ = false;
  bool progress_shown_ = false;
  std::chrono::steady_clock::time_point started_, last_shown_;
};

// What is done with a batch on the way from reading to writing. All but sift() is safe to share.
struct ScanStages {
  const Linter& linter;
  const BatchChecker& checker;
  // Looks at checked batches one by one, in the order of the input; may take findings out.
  std::function<void(CheckedBatch& checked)> sift;
  const BatchWriter& writer;

  ScanStages with_sift(std::function<void(CheckedBatch& checked)> other) const {
    return {linter, checker, std::move(other), writer};
  }
};

// Gives a batch a call; nothing at the end.
using BatchSource = std::function<std::optional<ScanBatch>()>;

// Reads batches until there are none, the user presses Ctrl-C or the output closes; at most
// `threads` are at work. Output does not depend on their number. Does nothing if the output was
// interrupted before.
void check_batches(const BatchSource& next, const ScanStages& stages, unsigned threads,
                   ScanOutput& output);

}  // namespace postlint::cli
