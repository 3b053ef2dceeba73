#include "scan/formats.h"

#include <array>
#include <iterator>

#include "postlint/report/csv.h"
#include "postlint/report/github.h"
#include "postlint/report/html.h"
#include "postlint/report/junit.h"
#include "postlint/report/sarif.h"

namespace postlint::cli {
namespace {

std::string no_head(const Linter&, const ReportStyle&) { return ""; }
std::string no_tail(const ScanSummary&, const ReportStyle&) { return ""; }

// Of nothing read there is nothing to tell.
std::string summary_tail(const ScanSummary& summary, const ReportStyle& style) {
  std::string out;
  if (summary.tally().drafts > 0) summary.append_text(style, out);
  return out;
}

std::string text_tail(const ScanSummary& summary, const ReportStyle& style) {
  return (summary.tally().findings() > 0 ? "\n" : "") + summary_tail(summary, style);
}

void append_nothing(const CheckedMessage&, const ReportStyle&, std::string&) {}

std::string json_head(const Linter&, const ReportStyle&) { return "{\"schema\":1,\"drafts\":[\n"; }
std::string json_tail(const ScanSummary& summary, const ReportStyle&) {
  std::string out = "\n]";
  if (summary.baseline()) out += ",\"baseline\":" + baseline_json(*summary.baseline());
  return out + "}\n";
}

void append_json_item(const CheckedMessage& message, const ReportStyle& style, std::string& out) {
  append_message_json(message, style, out);
  out.pop_back();  // the line end comes after the comma
}

std::string sarif_start(const Linter& linter, const ReportStyle& style) {
  return sarif_head(linter.rules(), POSTLINT_VERSION, style.language);
}
std::string sarif_end(const ScanSummary&, const ReportStyle&) { return std::string(sarif_tail()); }

std::string csv_start(const Linter&, const ReportStyle&) { return std::string(csv_head()); }
std::string junit_start(const Linter&, const ReportStyle&) { return std::string(junit_head()); }
std::string html_start(const Linter&, const ReportStyle& style) { return html_head(style); }

constexpr ScanFormat kFormats[] = {
    {"text", no_head, "", append_message_lines, text_tail, true},
    {"json", json_head, ",\n", append_json_item, json_tail, true},
    {"jsonl", no_head, "", append_message_json, no_tail},
    {"csv", csv_start, "", append_message_csv, no_tail},
    {"github", no_head, "", append_message_github, no_tail},
    {"html", html_start, "", append_message_html, html_tail, true},
    {"junit", junit_start, "", append_message_junit, junit_tail},
    {"sarif", sarif_start, ",\n", append_message_sarif, sarif_end},
};

constexpr auto kNames = [] {
  std::array<std::string_view, std::size(kFormats)> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kFormats[i].name;
  return names;
}();

}  // namespace

std::span<const ScanFormat> scan_formats() { return kFormats; }

std::span<const std::string_view> scan_format_names() { return kNames; }

std::optional<const ScanFormat*> scan_format_from(std::string_view name) {
  for (const ScanFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return std::nullopt;
}

const ScanFormat& summary_format() {
  static constexpr ScanFormat kSummary{"text", no_head, "", append_nothing, summary_tail, true};
  return kSummary;
}

const ScanFormat& no_format() {
  static constexpr ScanFormat kNone{"none", no_head, "", append_nothing, no_tail};
  return kNone;
}

}  // namespace postlint::cli
