// The one table of output formats, for check and scan.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "postlint/report/summary.h"

namespace postlint::cli {

// How checked texts are written down one after the other.
struct ReportForm {
  // `rules`: all there are.
  std::string (*head)(std::span<const Rule> rules, const ReportStyle& style);
  std::string_view separator;
  // Appends one text; nothing at all for one that this form does not show.
  void (*append)(const CheckedText& text, const ReportStyle& style, std::string& out);
  std::string (*tail)(const ScanSummary& summary, const ReportStyle& style);
  bool tells_of_baseline = false;  // the tail does
};

struct ReportFormat {
  std::string_view name;  // as -f takes it
  ReportForm scan;        // of an archive
  ReportForm drafts;      // what check writes of several
  ReportForm draft;       // what check writes of one
};

// The first is that for people.
std::span<const ReportFormat> report_formats();
std::span<const std::string_view> report_format_names();
std::optional<const ReportFormat*> report_format_from(std::string_view name);

// For people too, without a line for each finding.
const ReportForm& summary_form();

// For nobody: writes nothing.
const ReportForm& no_form();

}  // namespace postlint::cli
