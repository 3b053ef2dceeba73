#include "report_formats.h"

#include <array>
#include <iterator>

#include "postlint/report/csv.h"
#include "postlint/report/github.h"
#include "postlint/report/html.h"
#include "postlint/report/json.h"
#include "postlint/report/junit.h"
#include "postlint/report/lines.h"
#include "postlint/report/sarif.h"

namespace postlint::cli {
namespace {

std::string no_head(std::span<const Rule>, const ReportStyle&) { return ""; }
std::string no_tail(const ScanSummary&, const ReportStyle&) { return ""; }

// Of nothing read there is nothing to tell.
std::string summary_tail(const ScanSummary& summary, const ReportStyle& style) {
  std::string out;
  if (summary.tally().drafts > 0) summary.append_text(style, out);
  return out;
}

std::string lines_tail(const ScanSummary& summary, const ReportStyle& style) {
  return (summary.tally().findings() > 0 ? "\n" : "") + summary_tail(summary, style);
}

std::string blocks_tail(const ScanSummary& summary, const ReportStyle& style) {
  std::string out;
  if (summary.tally().drafts > 0) append_text_summary(summary.tally(), style, out);
  return out;
}

void append_nothing(const CheckedText&, const ReportStyle&, std::string&) {}

std::string json_head(std::span<const Rule>, const ReportStyle&) {
  return "{\"schema\":1,\"drafts\":[\n";
}
std::string json_tail(const ScanSummary& summary, const ReportStyle&) {
  std::string out = "\n]";
  if (summary.baseline()) out += ",\"baseline\":" + baseline_json(*summary.baseline());
  return out + "}\n";
}

void append_json_item(const CheckedText& message, const ReportStyle& style, std::string& out) {
  append_json(message, style, out);
  out.pop_back();  // the line end comes after the comma
}

std::string sarif_start(std::span<const Rule> rules, const ReportStyle& style) {
  return sarif_head(rules, POSTLINT_VERSION, style.language);
}
std::string sarif_end(const ScanSummary&, const ReportStyle&) { return std::string(sarif_tail()); }

std::string csv_start(std::span<const Rule>, const ReportStyle&) { return std::string(csv_head()); }
std::string junit_start(std::span<const Rule>, const ReportStyle&) {
  return std::string(junit_head());
}
std::string html_start(std::span<const Rule>, const ReportStyle& style) { return html_head(style); }

constexpr ReportForm kLines{no_head, "", append_lines, lines_tail, true};
constexpr ReportForm kBlocks{no_head, "", append_text_report, blocks_tail};
constexpr ReportForm kJsonList{json_head, ",\n", append_json_item, json_tail, true};
constexpr ReportForm kJsonLines{no_head, "", append_json, no_tail};

// A format that is the same whatever it tells of.
constexpr ReportFormat everywhere(std::string_view name, ReportForm form) {
  return {name, form, form, form};
}

constexpr ReportFormat kFormats[] = {
    {"text", kLines, kBlocks, kBlocks},
    {"json", kJsonList, kJsonList, kJsonLines},
    everywhere("jsonl", kJsonLines),
    everywhere("csv", {csv_start, "", append_csv, no_tail}),
    everywhere("github", {no_head, "", append_github, no_tail}),
    everywhere("html", {html_start, "", append_html, html_tail, true}),
    everywhere("junit", {junit_start, "", append_junit, junit_tail}),
    everywhere("sarif", {sarif_start, ",\n", append_sarif, sarif_end}),
};

constexpr auto kNames = [] {
  std::array<std::string_view, std::size(kFormats)> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kFormats[i].name;
  return names;
}();

}  // namespace

std::span<const ReportFormat> report_formats() { return kFormats; }

std::span<const std::string_view> report_format_names() { return kNames; }

std::optional<const ReportFormat*> report_format_from(std::string_view name) {
  for (const ReportFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return std::nullopt;
}

const ReportForm& summary_form() {
  static constexpr ReportForm kSummary{no_head, "", append_nothing, summary_tail, true};
  return kSummary;
}

const ReportForm& no_form() {
  static constexpr ReportForm kNone{no_head, "", append_nothing, no_tail};
  return kNone;
}

}  // namespace postlint::cli
