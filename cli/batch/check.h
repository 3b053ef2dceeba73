// Checks batches of messages. What each thread does on its own.
#pragma once

#include <string>
#include <vector>

#include "batch/input.h"
#include "postlint/linter.h"
#include "setup.h"

namespace postlint::cli {

struct CheckedRecord {
  Report report;  // on the text
  Report sender;  // on the author's name: a phone number not seen before
  FailOn fail_on = FailOn::warning;
  std::string shown_id;      // the record's, masked; empty: it may be shown as it is
  bool breaks_lock = false;  // some finding is of a rule that nobody may lift

  // True if some finding makes the status 1.
  bool fails() const {
    return breaks_lock || cli::fails(fail_on, report.findings) ||
           cli::fails(fail_on, sender.findings);
  }
};

struct CheckedBatch {
  ScanBatch batch;
  std::vector<CheckedRecord> records;  // one for each record of the batch
};

// A record's id: as the export numbers it, or its number in the source.
std::string id_of(const ScanBatch& batch, std::size_t index);

// True if the batch is a text as the author wrote it, and no part of anything.
bool is_plain_text(const ScanBatch& batch);

// True if the records are a caller's own, who has each of them and asks of each alone: places are
// those in its text, and nothing is left out because another one holds it too.
bool stands_alone(const ScanBatch& batch);

// Immutable, safe to share between threads.
class BatchChecker {
 public:
  // Must outlive this. Its scratch is not used. Of `options` the settings are the setup's.
  explicit BatchChecker(const Setup& setup, const CheckOptions& options = {})
      : setup_(setup), options_(options) {}

  // What a record says wrongly about itself is added to the batch's problems.
  CheckedBatch check(ScanBatch batch, Linter::Scratch& scratch) const;

 private:
  const Setup& setup_;
  CheckOptions options_;
};

}  // namespace postlint::cli
