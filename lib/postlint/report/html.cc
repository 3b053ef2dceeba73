#include "postlint/report/html.h"

#include <algorithm>

#include <fmt/format.h>

#include "postlint/report/html_charts.h"
#include "postlint/report/html_page.h"
#include "postlint/report/markup.h"
#include "postlint/report/messages.h"

namespace postlint {
namespace {

constexpr std::string_view kUnknown = "?";  // who or what has no name, for the filters

std::string label(const char* key, const ReportStyle& style) {
  return escaped_markup(format_message(key, style.language));
}

std::string name_or_unknown(std::string_view name, const ReportStyle& style) {
  return name.empty() ? format_message("scan.unknown", style.language) : std::string(name);
}

const char* severity_key(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "html.error";
    case Severity::warning:
      return "html.warning";
    case Severity::advice:
      return "html.advice";
  }
  return "html.advice";
}

std::string selection(const char* name, const char* key, const ReportStyle& style) {
  return fmt::format(
      "<label>{} <select name=\"{}\"><option value=\"\">{}</option></select></label>\n",
      label(key, style), name, label("html.all", style));
}

std::string date_field(const char* name, const char* key, const ReportStyle& style) {
  return fmt::format("<label>{} <input type=\"date\" name=\"{}\"></label>\n", label(key, style),
                     name);
}

// The script writes how many rows are shown where "#" stands.
std::string filters(const ReportStyle& style) {
  return "<form autocomplete=\"off\">\n" + selection("severity", "html.severity", style) +
         selection("rule", "html.rule", style) + selection("author", "html.author", style) +
         date_field("from", "html.from", style) + date_field("until", "html.until", style) +
         fmt::format(
             "<button type=\"reset\">{}</button>\n<output id=\"shown\" "
             "data-text=\"{}\"></output>\n</form>\n",
             label("html.reset", style), label("html.shown", style));
}

std::string headings(const ReportStyle& style) {
  std::string out = "<table>\n<thead><tr>";
  for (const char* key : {"html.when", "html.author", "html.severity", "html.rule", "html.words",
                          "html.message", "html.place"}) {
    out += fmt::format("<th scope=\"col\">{}</th>", label(key, style));
  }
  return out + "</tr></thead>\n<tbody id=\"findings\">\n";
}

std::string title_of(const Rule& rule, const ReportStyle& style) {
  const std::string& title = rule.title.in(style.language);
  return title.empty() ? rule.id : title;
}

std::string place_of(const PlacedFinding& item, const CheckedText& message) {
  const std::string source = escaped_markup(message.source);
  if (!item.finding->span) return source;
  return fmt::format("{}:{}:{}", source, item.place.line, item.place.column);
}

// "10-03-2025 07:42"
std::string time_of(const CheckedText& message, const ReportStyle& style) {
  constexpr std::size_t kDate = 10, kClock = 5;
  if (message.timestamp.empty()) return "";
  return shown_day(message.timestamp.substr(0, kDate), style.language) + " " +
         std::string(message.timestamp.substr(kDate + 1, kClock));
}

std::vector<ChartRow> rows_of(const ScanSummary::Counts& counts, const char* filter,
                              const ReportStyle& style) {
  std::vector<ChartRow> rows;
  for (const auto& [name, tally] : counts) {
    rows.push_back({name_or_unknown(name, style), filter, tally});
    if (!rows.back().filter.empty())
      rows.back().filter += name.empty() ? std::string(kUnknown) : address_part(name);
  }
  return rows;
}

std::string rule_chart(const ScanSummary& summary, const ReportStyle& style) {
  std::vector<ChartRow> rows = rows_of(summary.rules(), "rule=", style);
  for (ChartRow& row : rows) {
    if (const Rule* rule = summary.find_rule(row.name)) row.name = title_of(*rule, style);
  }
  return html_bars(label("html.by-rule", style), std::move(rows), rows.size(), style.language);
}

// What the colours mean.
std::string legend(const ReportStyle& style) {
  std::string out = "<p class=\"legend over-time\">";
  for (const Severity severity : {Severity::error, Severity::warning, Severity::advice}) {
    out += fmt::format("<span class=\"severity {}\">{}</span>", name_of(severity),
                       label(severity_key(severity), style));
  }
  return out + "</p>\n";
}

std::string charts(const ScanSummary& summary, const ReportStyle& style) {
  constexpr std::size_t kMostRows = 20;
  if (summary.tally().findings() == 0) return "";
  std::string out = legend(style) + html_columns_over_time(label("html.over-time", style),
                                                           summary.weeks(), style.language);
  out += rule_chart(summary, style);
  out += html_bars(label("html.by-author", style), rows_of(summary.authors(), "author=", style),
                   kMostRows, style.language);
  if (summary.files().size() > 1) {
    out += html_bars(label("html.by-file", style), rows_of(summary.files(), "", style), kMostRows,
                     style.language);
  }
  return out;
}

std::string baseline_paragraph(const ScanSummary& summary, const ReportStyle& style) {
  std::string out;
  if (!summary.baseline()) return out;
  for (const Message& message : baseline_messages(*summary.baseline()))
    out += escaped_markup(format_message(message, style.language)) + " ";
  return out.empty() ? out : "<p>" + out + "</p>\n";
}

}  // namespace

std::string html_head(const ReportStyle& style) {
  const char* language = style.language == Language::nl ? "nl" : "en";
  const char* intro = style.show_values ? "html.intro-open" : "html.intro";
  return fmt::format(
             "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
             "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
             "<header><h1>{}</h1><p>{}</p></header>\n<main>\n<h2>{}</h2>\n",
             language, label("html.title", style), kHtmlStyle, label("html.title", style),
             label(intro, style), label("html.findings", style)) +
         filters(style) + headings(style);
}

void append_html(const CheckedText& message, const ReportStyle& style, std::string& out) {
  for (const PlacedFinding& item : message.findings) {
    const Finding& finding = *item.finding;
    const std::string author = escaped_markup(message.author);
    out += fmt::format(
        "<tr data-severity=\"{0}\" data-rule=\"{1}\" data-author=\"{2}\" data-day=\"{3}\">"
        "<td class=\"when\">{4}</td><td class=\"author\">{5}</td>"
        "<td class=\"severity {0}\">{6}</td><td class=\"rule\">{7}<span "
        "class=\"id\">{1}</span></td>"
        "<td class=\"words\">{8}</td><td>{9}</td><td class=\"place\">{10}</td></tr>\n",
        name_of(finding.severity), escaped_markup(finding.rule->id),
        author.empty() ? kUnknown : std::string_view(author), message.timestamp.substr(0, 10),
        time_of(message, style), escaped_markup(name_or_unknown(message.author, style)),
        label(severity_key(finding.severity), style),
        escaped_markup(title_of(*finding.rule, style)),
        escaped_markup(excerpt_of(item, message, style)),
        escaped_markup(finding.message.in(style.language)), place_of(item, message));
  }
}

std::string html_tail(const ScanSummary& summary, const ReportStyle& style) {
  return fmt::format(
      "</tbody></table>\n<p id=\"none\">{}</p>\n</main>\n<div class=\"summary\">"
      "<p class=\"total\">{}</p>\n{}<div class=\"charts\">\n{}</div></div>\n"
      "<script>{}</script>\n</body>\n</html>\n",
      label("html.nothing", style), escaped_markup(summary_line(summary.tally(), style.language)),
      baseline_paragraph(summary, style), charts(summary, style), kHtmlScript);
}

}  // namespace postlint
