#include "postlint/report/summary.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "postlint/report/messages.h"
#include "postlint/report/printable.h"
#include "postlint/report/wrap.h"
#include "postlint/text/display_width.h"

namespace postlint {
namespace {

constexpr std::size_t kMostRows = 20;
constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kNumberWidth = 10;

void count(Severity severity, Tally& tally) {
  if (severity == Severity::error) ++tally.errors;
  if (severity == Severity::warning) ++tally.warnings;
  if (severity == Severity::advice) ++tally.advice;
}

struct Row {
  std::string name;
  Tally tally;
};

bool worse(const Row& a, const Row& b) {
  const auto rank = [](const Row& row) {
    return std::tuple(row.tally.errors, row.tally.warnings, row.tally.advice);
  };
  return rank(a) != rank(b) ? rank(a) > rank(b) : a.name < b.name;
}

// Writes tables whose columns stand under each other.
class TableWriter {
 public:
  TableWriter(const ReportStyle& style, std::string& out) : style_(style), out_(out) {}

  void write(const char* heading, std::vector<Row> rows, std::size_t most) {
    const std::size_t left_out = rows.size() > most ? rows.size() - most : 0;
    rows.resize(rows.size() - left_out);
    std::size_t width = display_width(label(heading));
    for (const Row& row : rows) width = std::max(width, display_width(row.name));
    write_line(label(heading), width, label("scan.errors"), label("scan.warnings"),
               label("scan.advice"));
    for (const Row& row : rows) {
      write_line(row.name, width, std::to_string(row.tally.errors),
                 std::to_string(row.tally.warnings), std::to_string(row.tally.advice));
    }
    if (left_out > 0) {
      const Message more{"scan.left-out", {{"count", static_cast<std::int64_t>(left_out)}}};
      out_ += format_message(more, style_.language) + "\n";
    }
    out_ += '\n';
  }

 private:
  std::string label(const char* key) const { return format_message(key, style_.language); }

  void write_line(const std::string& name, std::size_t width, const std::string& errors,
                  const std::string& warnings, const std::string& advice) {
    out_ += name + std::string(width - display_width(name), ' ');
    for (const std::string* number : {&errors, &warnings, &advice}) {
      const std::size_t used = display_width(*number);
      out_ += std::string(kNumberWidth + 4 - std::min(used, kNumberWidth + 3), ' ') + *number;
    }
    out_ += '\n';
  }

  const ReportStyle& style_;
  std::string& out_;
};

std::vector<Row> rows_of(const ScanSummary::Counts& counts, Language language) {
  std::vector<Row> rows;
  for (const auto& [name, tally] : counts) {
    rows.push_back(
        {name.empty() ? format_message("scan.unknown", language) : printable(name), tally});
  }
  return rows;
}

std::vector<Row> worst_first(std::vector<Row> rows) {
  std::sort(rows.begin(), rows.end(), worse);
  return rows;
}

}  // namespace

void ScanSummary::add_to(Counts& counts, std::string_view name, const Tally& tally) {
  auto found = counts.find(name);
  if (found == counts.end()) found = counts.emplace(std::string(name), Tally()).first;
  found->second.errors += tally.errors;
  found->second.warnings += tally.warnings;
  found->second.advice += tally.advice;
}

void ScanSummary::add(const CheckedText& message) {
  ++total_.drafts;
  if (message.findings.empty()) return;
  Tally tally;
  for (const PlacedFinding& finding : message.findings) {
    Tally one;
    count(finding.finding->severity, one);
    count(finding.finding->severity, tally);
    count(finding.finding->severity, total_);
    add_to(rules_, finding.finding->rule->id, one);
    rules_by_id_.emplace(finding.finding->rule->id, finding.finding->rule);
  }
  add_to(authors_, message.author, tally);
  add_to(weeks_, message.week, tally);
  add_to(files_, message.source, tally);
}

void ScanSummary::add(const ScanSummary& other) {
  total_.drafts += other.total_.drafts;
  total_.errors += other.total_.errors;
  total_.warnings += other.total_.warnings;
  total_.advice += other.total_.advice;
  total_.unread += other.total_.unread;
  for (const auto& [name, tally] : other.rules_) add_to(rules_, name, tally);
  for (const auto& [name, tally] : other.authors_) add_to(authors_, name, tally);
  for (const auto& [name, tally] : other.weeks_) add_to(weeks_, name, tally);
  for (const auto& [name, tally] : other.files_) add_to(files_, name, tally);
  rules_by_id_.insert(other.rules_by_id_.begin(), other.rules_by_id_.end());
}

const Rule* ScanSummary::find_rule(std::string_view id) const {
  const auto found = rules_by_id_.find(id);
  return found == rules_by_id_.end() ? nullptr : found->second;
}

void ScanSummary::append_text(const ReportStyle& style, std::string& out) const {
  if (total_.findings() > 0) {
    TableWriter writer(style, out);
    writer.write("scan.by-rule", worst_first(rows_of(rules_, style.language)), kAll);
    writer.write("scan.by-author", worst_first(rows_of(authors_, style.language)), kMostRows);
    writer.write("scan.by-week", rows_of(weeks_, style.language), kAll);
    writer.write("scan.by-file", worst_first(rows_of(files_, style.language)), kMostRows);
  }
  append_text_summary(total_, style, out);
  if (!baseline_) return;
  for (const Message& message : baseline_messages(*baseline_))
    for (const std::string& line :
         wrap(format_message(message, style.language), style.width, style.width))
      out += line + "\n";
}

}  // namespace postlint
