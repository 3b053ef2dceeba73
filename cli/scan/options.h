// What scan and baseline share: which sources to read, and as what.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draft_options.h"
#include "postlint/ingest/reader.h"
#include "run_limits.h"

namespace postlint::cli {

// PATH..., --input-format, --allow-skipped, --jobs, --max-size, --timeout, and those of
// DraftOptions.
class ScanOptions {
 public:
  ScanOptions();
  void declare(CommandLine& line);

  // After parsing; reads all of them, so that every mistake is told at once. Nothing after a
  // complaint. `command`: "postlint scan".
  std::optional<ConfigRequest> read(const CommandLine& line, const std::string& command);

  // Valid after read().
  const std::vector<std::string>& paths() const { return paths_; }
  const Format* input_format() const { return input_format_; }  // null: each as what it looks like
  unsigned jobs() const { return jobs_; }
  const RunLimits& limits() const { return limits_; }
  bool allow_skipped() const { return allow_skipped_; }
  // Standard input alone, as postlint's own records: each is answered as it comes.
  bool reads_records_from_stdin() const;

 private:
  std::vector<std::string> paths_;
  std::string input_format_name_, jobs_name_;
  const Format* input_format_ = nullptr;
  unsigned jobs_;
  bool allow_skipped_ = false;
  RunLimits limits_;
  DraftOptions draft_;
};

}  // namespace postlint::cli
