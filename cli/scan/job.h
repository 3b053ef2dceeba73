// What the user named, from its sources to the report: finds them, checks every message, says once
// what messages repeat, writes what comes of it.
#pragma once

#include <cstdint>

#include "batch/repeats.h"
#include "postlint/ingest/source_list.h"
#include "postlint/ingest/zip.h"
#include "scan/options.h"
#include "scan/run.h"

namespace postlint::cli {

class ScanJob {
 public:
  // `options` must outlive this.
  ScanJob(const ScanOptions& options, Language language) : options_(options), language_(language) {}

  // Complains about what is skipped. False if nothing can be done at all.
  bool find_sources();

  // Writes a line for each source: its format and its name. False if one has no format, or cannot
  // be opened.
  bool list(Output& output) const;

  // Once. The totals are in `output`.
  void run(const ScanStages& stages, ScanOutput& output);

  std::uint64_t bytes_in_all() const;
  std::size_t skipped() const { return sources_.skipped.size(); }
  std::size_t media() const { return sources_.media; }  // files that hold nothing to read
  // True if not all could be read, and the user did not allow that.
  bool is_incomplete(const ScanTotals& totals) const;

 private:
  void leave_out_large();
  bool read_stdin();
  // What mails say that are quoted before they come.
  void look_ahead(const BatchSource& answered, const ScanStages& stages, RepeatFilter& repeats,
                  ScanOutput& output) const;
  [[noreturn]] void cut_short() const;
  bool list_one(const SourceEntry& entry, OpenArchive& archive, Output& output) const;

  const ScanOptions& options_;
  Language language_;
  SourceList sources_;
  bool any_skipped_ = false;
};

}  // namespace postlint::cli
