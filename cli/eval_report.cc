#include "eval_report.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "postlint/report/marked_line.h"
#include "postlint/report/messages.h"
#include "postlint/report/printable.h"

namespace postlint::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string shown(const std::optional<double>& value) {
  return value ? fmt::format("{:.3f}", *value) : "-";
}

std::string percent(std::size_t part, std::size_t whole) {
  if (whole == 0) return "-";
  return fmt::format("{:.1f}", 100 * static_cast<double>(part) / static_cast<double>(whole));
}

// Writes figures and mistakes for people.
class EvalReport {
 public:
  EvalReport(Language language, std::size_t width, std::string& out)
      : language_(language), width_(std::max(width, kNarrowest)), out_(out) {}

  void write_spans(const SpanScores& scores) {
    line(counted("eval.drafts", "count", scores.drafts) + "\n");
    const auto families = scores.families();
    for (const auto& [rule, counts] : scores.rules) {
      name_width_ = std::max(name_width_, rule.size() + 2);
    }
    write_table_heading();
    for (const auto& [family, counts] : families) {
      write_row(family, counts);
      for (const auto& [rule, rule_counts] : scores.rules) {
        if (family_of(rule) == family) write_row(fmt::format("  {}", rule), rule_counts);
      }
    }
    write_row(text("eval.overall"), scores.overall());
    blank();
    line(format_message(Message{"eval.clean",
                                {{"silent", number(scores.silent)},
                                 {"clean", number(scores.clean)},
                                 {"share", percent(scores.silent, scores.clean)}}},
                        language_));
  }

  void write_labels(const LabelScores& scores) {
    for (const auto& [kind, share] : scores.kinds) {
      name_width_ = std::max(name_width_, kind.first.size());
    }
    line(fmt::format("{:<{}}  {:<12}{:>9}{:>9}{:>8}", text("eval.functionality"), name_width_,
                     text("eval.label"), text("eval.flagged"), text("eval.total"),
                     text("eval.share")));
    for (const auto& [kind, share] : scores.kinds) write_label_row(kind, share);
    const LabelScores::Share others = scores.flagged(Label::non_hateful);
    blank();
    line(
        format_message(Message{"eval.macro-f1", {{"value", shown(scores.macro_f1())}}}, language_));
    line(format_message(Message{"eval.false-positive-rate",
                                {{"share", percent(others.flagged, others.total)},
                                 {"flagged", number(others.flagged)},
                                 {"total", number(others.total)}}},
                        language_));
    if (scores.flagged(Label::mild).total > 0) line(text("eval.mild"));
  }

  // Grouped by rule, in the order of the drafts.
  void write_mistakes(std::vector<Mistake> mistakes) {
    if (mistakes.empty()) line(fmt::format("\n{}", text("eval.no-errors")));
    std::stable_sort(mistakes.begin(), mistakes.end(),
                     [](const Mistake& a, const Mistake& b) { return a.rule < b.rule; });
    std::string_view rule;
    for (const Mistake& mistake : mistakes) {
      if (mistake.rule != rule) line(fmt::format("\n{}", mistake.rule));
      rule = mistake.rule;
      write_mistake(mistake);
    }
  }

 private:
  static constexpr std::size_t kNarrowest = 30;

  void blank() { out_ += '\n'; }
  void line(const std::string& words) { out_ += words + "\n"; }
  std::string text(const char* key) const { return format_message(key, language_); }
  static std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }
  std::string counted(const char* key, const char* argument, std::size_t count) const {
    return format_message(Message{key, {{argument, number(count)}}}, language_);
  }

  void write_table_heading() {
    line(fmt::format("{:<{}}{:>7}{:>7}{:>8}{:>7}{:>11}{:>9}{:>7}", text("eval.rule"), name_width_,
                     text("eval.gold"), text("eval.found"), text("eval.missed"),
                     text("eval.false-alarms"), text("eval.precision"), text("eval.recall"),
                     text("eval.f1")));
  }

  void write_row(const std::string& name, const Counts& counts) {
    line(fmt::format("{:<{}}{:>7}{:>7}{:>8}{:>7}{:>11}{:>9}{:>7}", name, name_width_, counts.gold(),
                     counts.found, counts.missed, counts.false_alarms, shown(counts.precision()),
                     shown(counts.recall()), shown(counts.f1())));
  }

  void write_label_row(const LabelScores::Kind& kind, const LabelScores::Share& share) {
    line(fmt::format("{:<{}}  {:<12}{:>9}{:>9}{:>7}%", kind.first, name_width_,
                     name_of(kind.second), share.flagged, share.total,
                     percent(share.flagged, share.total)));
  }

  void write_mistake(const Mistake& mistake) {
    const GoldRecord& record = *mistake.record;
    const auto* key = mistake.missed ? "eval.missed-words" : "eval.false-alarm-words";
    std::string heading = fmt::format("  {}: {} ({}:{})", text(key), printable(record.id),
                                      printable(record.file), record.line);
    if (!mistake.span) heading += ", " + text("eval.whole-draft");
    line(heading);
    // The whole draft as one line: line ends show as "␤" and the like.
    const MarkedLine words =
        mark_line(record.text, mistake.span.value_or(Span{0, 0}), width_ - kIndent);
    line(fmt::format("{:{}}{}", "", kIndent, words.text));
    if (mistake.span) {
      line(fmt::format("{:{}}{:^>{}}", "", kIndent + words.indent, "", words.carets));
    }
  }

  static constexpr std::size_t kIndent = 4;
  Language language_;
  std::size_t width_;
  std::string& out_;
  std::size_t name_width_ = 14;
};

Json rounded_or_null(const std::optional<double>& value) {
  if (!value) return nullptr;
  return std::round(*value * 10000) / 10000;
}

Json counts_object(const Counts& counts) {
  return {{"gold", counts.gold()},
          {"found", counts.found},
          {"missed", counts.missed},
          {"false_alarms", counts.false_alarms},
          {"precision", rounded_or_null(counts.precision())},
          {"recall", rounded_or_null(counts.recall())},
          {"f1", rounded_or_null(counts.f1())}};
}

Json counts_by_name(const std::map<std::string, Counts>& counts) {
  Json object = Json::object();
  for (const auto& [name, value] : counts) object[name] = counts_object(value);
  return object;
}

Json spans_object(const SpanScores& scores) {
  return {{"drafts", scores.drafts},
          {"overall", counts_object(scores.overall())},
          {"families", counts_by_name(scores.families())},
          {"rules", counts_by_name(scores.rules)},
          {"clean", {{"drafts", scores.clean}, {"silent", scores.silent}}}};
}

Json labels_object(const LabelScores& scores) {
  Json kinds = Json::array();
  for (const auto& [kind, share] : scores.kinds) {
    kinds.push_back({{"functionality", kind.first},
                     {"label", name_of(kind.second)},
                     {"flagged", share.flagged},
                     {"total", share.total}});
  }
  return {{"macro_f1", rounded_or_null(scores.macro_f1())},
          {"false_positive_rate", rounded_or_null(scores.false_positive_rate())},
          {"kinds", kinds}};
}

Json mistakes_array(const std::vector<Mistake>& mistakes) {
  Json array = Json::array();
  for (const Mistake& mistake : mistakes) {
    array.push_back({{"id", mistake.record->id},
                     {"rule", mistake.rule},
                     {"kind", mistake.missed ? "missed" : "false_alarm"},
                     {"start", mistake.span ? Json(mistake.span->begin) : Json(nullptr)},
                     {"end", mistake.span ? Json(mistake.span->end) : Json(nullptr)}});
  }
  return array;
}

}  // namespace

std::string eval_json(const Scores& scores, bool with_mistakes) {
  Json object;
  object["schema"] = 1;
  if (scores.spans.drafts > 0) object["spans"] = spans_object(scores.spans);
  if (!scores.labels.kinds.empty()) object["labels"] = labels_object(scores.labels);
  if (with_mistakes) {
    std::vector<Mistake> mistakes = scores.spans.mistakes;
    mistakes.insert(mistakes.end(), scores.labels.mistakes.begin(), scores.labels.mistakes.end());
    object["mistakes"] = mistakes_array(mistakes);
  }
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string eval_text(const Scores& scores, bool with_mistakes, Language language,
                      std::size_t width) {
  std::string out;
  if (scores.spans.drafts > 0) {
    EvalReport report(language, width, out);
    report.write_spans(scores.spans);
    if (with_mistakes) report.write_mistakes(scores.spans.mistakes);
  }
  if (!scores.labels.kinds.empty()) {
    if (!out.empty()) out += "\n";
    EvalReport report(language, width, out);
    report.write_labels(scores.labels);
    if (with_mistakes) report.write_mistakes(scores.labels.mistakes);
  }
  return out;
}

}  // namespace postlint::cli
