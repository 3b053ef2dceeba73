// What a whole archive comes to: how many findings by rule, author, week and file.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "postlint/report/baseline_counts.h"
#include "postlint/report/report.h"
#include "postlint/report/text.h"

namespace postlint {

// Adds up messages as they are checked. Memory grows with the number of rules, authors, weeks and
// files, not of messages. Not thread-safe.
class ScanSummary {
 public:
  void add(const CheckedText& message);
  void add(const ScanSummary& other);
  // What could not be read.
  void add_unread(std::size_t count) { total_.unread += count; }

  using Counts = std::map<std::string, Tally, std::less<>>;

  const Tally& tally() const { return total_; }
  const Counts& rules() const { return rules_; }
  const Counts& authors() const { return authors_; }  // "": nobody, or unknown
  const Counts& weeks() const { return weeks_; }      // by Monday; "": unknown
  const Counts& files() const { return files_; }
  // A rule of rules(), valid as long as the linter; nullptr if it is none of them.
  const Rule* find_rule(std::string_view id) const;

  // What became of known findings, for scans with a baseline.
  void set_baseline(BaselineCounts counts) { baseline_ = std::move(counts); }
  const std::optional<BaselineCounts>& baseline() const { return baseline_; }

  // Appends the tables, the worst first; of authors and files only the first twenty. Nothing but
  // the total if there are no findings.
  void append_text(const ReportStyle& style, std::string& out) const;

 private:
  static void add_to(Counts& counts, std::string_view name, const Tally& tally);

  Tally total_;
  Counts rules_, authors_, weeks_, files_;
  std::map<std::string_view, const Rule*> rules_by_id_;
  std::optional<BaselineCounts> baseline_;
};

}  // namespace postlint
