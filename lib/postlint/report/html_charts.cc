#include "postlint/report/html_charts.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "postlint/report/markup.h"
#include "postlint/report/messages.h"

namespace postlint {
namespace {

namespace chrono = std::chrono;

std::size_t highest(const auto& items) {
  std::size_t most = 1;
  for (const auto& item : items) most = std::max(most, item.tally.findings());
  return most;
}

// The colours of one bar, in proportion.
std::string parts_of(const Tally& tally) {
  std::string parts;
  const auto add = [&](const char* name, std::size_t count) {
    if (count > 0) parts += fmt::format("<i class=\"{}\" style=\"flex:{}\"></i>", name, count);
  };
  add("error", tally.errors);
  add("warning", tally.warnings);
  add("advice", tally.advice);
  return parts;
}

std::string row_of(const ChartRow& row, std::size_t most) {
  const std::string name = escaped_markup(row.name);
  const std::string link =
      row.filter.empty() ? name
                         : fmt::format("<a href=\"#{}\">{}</a>", escaped_markup(row.filter), name);
  return fmt::format(
      "<tr><td>{}</td><td class=\"number\">{}</td><td class=\"bar\">"
      "<span style=\"width:{}%\">{}</span></td></tr>\n",
      link, row.tally.findings(), row.tally.findings() * 100 / most, parts_of(row.tally));
}

std::optional<chrono::sys_days> day_from(std::string_view iso) {
  constexpr std::size_t kLength = 10;
  if (iso.size() != kLength) return std::nullopt;
  int year = 0;
  unsigned month = 0, day = 0;
  std::from_chars(iso.data(), iso.data() + 4, year);
  std::from_chars(iso.data() + 5, iso.data() + 7, month);
  std::from_chars(iso.data() + 8, iso.data() + kLength, day);
  const chrono::year_month_day date{chrono::year(year), chrono::month(month), chrono::day(day)};
  return date.ok() ? std::optional(chrono::sys_days(date)) : std::nullopt;
}

// A stretch of time.
struct Column {
  chrono::sys_days begin;
  Tally tally;
};

enum class Step { week, month, year };

chrono::sys_days begin_of(chrono::sys_days day, Step step) {
  const chrono::year_month_day date(day);
  if (step == Step::week) return day;  // a Monday already
  if (step == Step::month) return date.year() / date.month() / 1;
  return date.year() / 1 / 1;
}

chrono::sys_days next(chrono::sys_days begin, Step step) {
  if (step == Step::week) return begin + chrono::days(7);
  const chrono::year_month_day date(begin);
  if (step == Step::month) return chrono::sys_days(date + chrono::months(1));
  return chrono::sys_days(date + chrono::years(1));
}

Step step_for(chrono::sys_days first, chrono::sys_days last) {
  constexpr auto kMostColumns = 60;
  const auto days = (last - first).count();
  if (days / 7 < kMostColumns) return Step::week;
  return days / 30 < kMostColumns ? Step::month : Step::year;
}

void add(const Tally& tally, Tally& sum) {
  sum.errors += tally.errors;
  sum.warnings += tally.warnings;
  sum.advice += tally.advice;
}

std::vector<Column> columns_of(const ScanSummary::Counts& weeks, Step& step) {
  std::vector<Column> known;
  for (const auto& [name, tally] : weeks) {
    if (const auto day = day_from(name)) known.push_back({*day, tally});
  }
  if (known.empty()) return {};
  step = step_for(known.front().begin, known.back().begin);
  std::vector<Column> columns = {{begin_of(known.front().begin, step), {}}};
  for (const Column& week : known) {
    while (next(columns.back().begin, step) <= week.begin)
      columns.push_back({next(columns.back().begin, step), {}});
    add(week.tally, columns.back().tally);
  }
  return columns;
}

std::string label_of(const Column& column, Step step, Language language) {
  const chrono::year_month_day date(column.begin);
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  if (step == Step::year) return std::to_string(year);
  if (step == Step::month)
    return language == Language::nl ? fmt::format("{:02}-{}", month, year)
                                    : fmt::format("{}-{:02}", year, month);
  return shown_day(fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(date.day())),
                   language);
}

}  // namespace

std::string html_bars(const std::string& heading, std::vector<ChartRow> rows, std::size_t most,
                      Language language) {
  std::stable_sort(rows.begin(), rows.end(), [](const ChartRow& a, const ChartRow& b) {
    return a.tally.findings() > b.tally.findings();
  });
  const std::size_t left_out = rows.size() > most ? rows.size() - most : 0;
  rows.resize(rows.size() - left_out);
  std::string out = fmt::format("<section><h2>{}</h2>\n<table class=\"chart\">\n", heading);
  for (const ChartRow& row : rows) out += row_of(row, highest(rows));
  out += "</table>\n";
  if (left_out > 0) {
    const Message more{"scan.left-out", {{"count", static_cast<std::int64_t>(left_out)}}};
    out += "<p>" + escaped_markup(format_message(more, language)) + "</p>\n";
  }
  return out + "</section>\n";
}

std::string html_columns_over_time(const std::string& heading, const ScanSummary::Counts& weeks,
                                   Language language) {
  constexpr std::size_t kMostLabels = 8;
  constexpr std::size_t kHighest = 88;  // per cent: the number stands above the column
  Step step = Step::week;
  const std::vector<Column> columns = columns_of(weeks, step);
  if (columns.empty()) return "";
  const std::size_t every = (columns.size() + kMostLabels - 1) / kMostLabels;
  std::string out =
      fmt::format("<section class=\"over-time\"><h2>{}</h2>\n<ol class=\"time\">\n", heading);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t count = columns[i].tally.findings();
    const std::string label = label_of(columns[i], step, language);
    out += fmt::format("<li title=\"{}: {}\">", label, count);
    if (count > 0) {
      out += fmt::format("{}<span class=\"stack\" style=\"height:{}%\">{}</span>", count,
                         count * kHighest / highest(columns), parts_of(columns[i].tally));
    }
    if (i % every == 0) out += fmt::format("<span class=\"day\">{}</span>", label);
    out += "</li>\n";
  }
  return out + "</ol></section>\n";
}

std::string shown_day(std::string_view iso, Language language) {
  if (language != Language::nl || !day_from(iso)) return std::string(iso);
  return fmt::format("{}-{}-{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

}  // namespace postlint
