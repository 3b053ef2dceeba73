// A scan's findings and those that were known before it (suppress/baseline.h).
#pragma once

#include <optional>
#include <string>

#include "batch/check.h"
#include "command_line.h"
#include "postlint/report/summary.h"
#include "postlint/suppress/baseline.h"

namespace postlint::cli {

// --baseline and --key.
class BaselineOptions {
 public:
  void declare(CommandLine& line);

  bool given() const { return !path_.empty(); }
  const std::string& path() const { return path_; }
  // Of --key, else "postlint/baseline.key" in the user's folder for state (XDG base directories).
  // Errors: baseline.no-home.
  Result<std::string> key_path() const;

 private:
  std::string path_, key_path_;
};

// A finding on a record's text, or on its author's name.
FindingTag tag_of(const BaselineKey& key, const Record& record, const Finding& finding,
                  bool in_author);

// Moves what is known to Report::suppressed. Takes batches in the order of the input; not
// thread-safe.
class KnownFindings {
 public:
  // `path`: of the baseline, as reports name it.
  KnownFindings(const BaselineKey& key, Baseline known, std::string path)
      : key_(key), left_(std::move(known)), path_(std::move(path)) {}

  void sift(CheckedBatch& checked);
  std::size_t met() const { return met_; }
  // What no message held any more, once all were sifted.
  const Baseline& left() const { return left_; }

 private:
  void leave_out(const Record& record, bool in_author, Report& report);

  BaselineKey key_;
  Baseline left_;
  std::string path_;
  std::size_t met_ = 0;
};

// Remembers all findings. Not thread-safe.
void remember(const CheckedBatch& checked, const BaselineKey& key, Baseline& baseline);

}  // namespace postlint::cli
