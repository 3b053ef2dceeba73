#include "postlint/report/html.h"

#include <algorithm>

#include <fmt/format.h>

#include "postlint/report/markup.h"
#include "postlint/report/messages.h"

namespace postlint {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --error: #b3261e; --warning: #a15c00; --advice: #1a6aa8; }
body { display: flex; flex-direction: column; font: 15px/1.5 system-ui, sans-serif;
       max-width: 75rem; margin: 0 auto; padding: 1.5rem; }
header { order: -2; } .summary { order: -1; }
h1 { margin: 0; } h2 { margin: 1.5rem 0 .5rem; font-size: 1.15rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8884; }
thead th { position: sticky; top: 0; background: Canvas; }
td.words { font-family: ui-monospace, monospace; }
.error { color: var(--error); font-weight: 600; } .warning { color: var(--warning); }
.advice { color: var(--advice); }
.charts { display: flex; flex-wrap: wrap; gap: 0 3rem; } .charts section { flex: 1 1 24rem; }
.chart td { border: 0; padding: .1rem .5rem .1rem 0; } .chart td:first-child { white-space: nowrap; }
.bar { display: inline-block; height: .8em; margin-right: .5em; background: #4a7bb5; }
.chart td:last-child { width: 70%; }
form { display: none; gap: .5rem 1rem; flex-wrap: wrap; margin: .5rem 0; }
.scripted form { display: flex; }
@media print { form { display: none !important; } thead th { position: static; } }
)";

// Shows the rows that fit all filters.
constexpr std::string_view kScript = R"(
const form = document.forms[0], rows = [...document.querySelectorAll('#findings tr')];
document.body.classList.add('scripted');
for (const name of ['severity', 'rule', 'author']) {
  const values = [...new Set(rows.map(row => row.dataset[name]))].sort();
  for (const value of values) form.elements[name].add(new Option(value || '–', '=' + value));
}
form.addEventListener('input', () => {
  const f = form.elements;
  for (const row of rows) {
    const d = row.dataset;
    const fits = name => !f[name].value || f[name].value === '=' + d[name];
    row.hidden = !(fits('severity') && fits('rule') && fits('author') &&
      (!f.from.value || d.day >= f.from.value) && (!f.until.value || (d.day && d.day <= f.until.value)));
  }
});
)";

std::string label(const char* key, const ReportStyle& style) {
  return escaped_markup(format_message(key, style.language));
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

std::string filters(const ReportStyle& style) {
  return "<form>\n" + selection("severity", "html.severity", style) +
         selection("rule", "html.rule", style) + selection("author", "html.author", style) +
         date_field("from", "html.from", style) + date_field("until", "html.until", style) +
         "</form>\n";
}

std::string headings(const ReportStyle& style) {
  std::string out = "<table>\n<thead><tr>";
  for (const char* key : {"html.when", "html.author", "html.severity", "html.rule", "html.words",
                          "html.message", "html.place"}) {
    out += fmt::format("<th scope=\"col\">{}</th>", label(key, style));
  }
  return out + "</tr></thead>\n<tbody id=\"findings\">\n";
}

std::string chart(const char* heading, const ScanSummary::Counts& counts,
                  const ReportStyle& style) {
  std::size_t most = 1;
  for (const auto& [name, tally] : counts) most = std::max(most, tally.findings());
  std::string out =
      fmt::format("<section><h2>{}</h2>\n<table class=\"chart\">\n", label(heading, style));
  for (const auto& [name, tally] : counts) {
    const std::string shown = name.empty() ? label("scan.unknown", style) : escaped_markup(name);
    out += fmt::format(
        "<tr><td>{}</td><td><span class=\"bar\" style=\"width:{}%\"></span>{}</td></tr>\n", shown,
        std::max<std::size_t>(tally.findings() * 80 / most, 1), tally.findings());
  }
  return out + "</table></section>\n";
}

std::string place_of(const MessageFinding& item, const CheckedMessage& message) {
  const std::string source = escaped_markup(message.source);
  if (!item.finding->span) return source;
  return fmt::format("{}:{}:{}", source, item.place.line, item.place.column);
}

}  // namespace

std::string html_head(const ReportStyle& style) {
  const char* language = style.language == Language::nl ? "nl" : "en";
  return fmt::format(
             "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
             "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
             "<header><h1>{}</h1><p>{}</p></header>\n<main>\n<h2>{}</h2>\n",
             language, label("html.title", style), kStyle, label("html.title", style),
             label("html.intro", style), label("html.findings", style)) +
         filters(style) + headings(style);
}

void append_message_html(const CheckedMessage& message, const ReportStyle& style,
                         std::string& out) {
  const std::string_view day = message.timestamp.substr(0, 10);
  std::string when(message.timestamp.substr(0, 16));
  std::replace(when.begin(), when.end(), 'T', ' ');
  for (const MessageFinding& item : message.findings) {
    const Finding& finding = *item.finding;
    const std::string_view severity = name_of(finding.severity);
    out += fmt::format(
        "<tr data-severity=\"{0}\" data-rule=\"{1}\" data-author=\"{2}\" data-day=\"{3}\">"
        "<td>{4}</td><td>{2}</td><td class=\"{0}\">{0}</td><td>{1}</td><td class=\"words\">{5}</td>"
        "<td>{6}</td><td>{7}</td></tr>\n",
        severity, escaped_markup(finding.rule->id), escaped_markup(message.author), day, when,
        escaped_markup(excerpt_of(item, message, style)),
        escaped_markup(finding.message.in(style.language)), place_of(item, message));
  }
}

std::string html_tail(const ScanSummary& summary, const ReportStyle& style) {
  return fmt::format(
      "</tbody></table>\n</main>\n<div class=\"summary\"><p><strong>{}</strong></p>\n"
      "<div class=\"charts\">\n{}{}</div></div>\n<script>{}</script>\n</body>\n</html>\n",
      escaped_markup(summary_line(summary.tally(), style.language)),
      chart("html.by-rule", summary.rules(), style), chart("html.by-week", summary.weeks(), style),
      kScript);
}

}  // namespace postlint
