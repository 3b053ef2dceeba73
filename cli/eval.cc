// postlint eval: the rules held against marked posts.

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "command_line.h"
#include "commands.h"
#include "postlint/base/nearest.h"
#include "postlint/eval/gold.h"
#include "postlint/eval/scoring.h"
#include "postlint/report/marked_line.h"
#include "postlint/report/messages.h"
#include "postlint/report/printable.h"
#include "postlint/text/display_width.h"
#include "streams.h"

namespace postlint::cli {
namespace {

using Json = nlohmann::ordered_json;
using Records = std::vector<GoldRecord>;

struct EvalCommand {
  bool json = false;
  bool errors = false;
  std::string raw_minimum;
  Severity minimum = Severity::advice;
  std::vector<std::string> files, rules, families, count_hateful, leave_out;
  LoadOptions load;
};

void declare(CommandLine& line, EvalCommand& command) {
  line.add_list("GOLD.jsonl", command.files, "help.gold");
  line.add_flag("--json", command.json, "help.eval.json");
  line.add_flag("--errors", command.errors, "help.eval.errors");
  line.add_list("--rule", command.rules, "help.eval.rule");
  line.add_list("--family", command.families, "help.eval.family");
  line.add_text("--min-severity", command.raw_minimum, "help.eval.min-severity");
  line.add_list("--count-hateful", command.count_hateful, "help.eval.count-hateful");
  line.add_list("--leave-out", command.leave_out, "help.eval.leave-out");
  line.add_list("--patterns", command.load.pattern_files, "help.patterns");
  line.add_list("--words", command.load.word_lists, "help.words");
}

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Reads all files; complains about all of them before giving up.
bool read_records(const EvalCommand& command, Language language, Records& records) {
  bool good = true;
  for (const std::string& file : command.files) {
    const auto read = read_input(file).and_then(
        [](const Input& input) { return read_gold(input.text, input.name); });
    if (read) {
      records.insert(records.end(), read->begin(), read->end());
    } else {
      complain(read.error(), language);
      good = false;
    }
  }
  return good;
}

// Some sets call a functionality non-hateful that should be flagged all the same, and the reverse.
void apply_label_options(const EvalCommand& command, Records& records) {
  std::erase_if(records, [&](const GoldRecord& record) {
    return record.hateful && holds(command.leave_out, record.functionality);
  });
  for (GoldRecord& record : records) {
    if (record.hateful && holds(command.count_hateful, record.functionality)) {
      record.hateful = true;
    }
  }
}

struct Scores {
  SpanScores spans;
  LabelScores labels;
};

Scores score_all(const Records& records, const Linter& linter, Severity minimum) {
  Scores scores;
  Linter::Scratch scratch(linter);
  for (const GoldRecord& record : records) {
    const Report report = linter.check({record.text, record.context}, scratch);
    if (record.hateful) {
      scores.labels.add(record, report.findings);
    } else {
      scores.spans.add(record, report.findings, minimum);
    }
  }
  return scores;
}

// Rules named by the gold but unknown to the linter count as missed: said, in case of a slip.
void warn_of_unknown_rules(const Records& records, const std::vector<std::string>& known,
                           Language language) {
  std::set<std::string> told;
  const auto tell = [&](const GoldRecord& record, const std::string& rule) {
    if (holds(known, rule) || !told.insert(rule).second) return;
    complain(Error{record.file,
                   record.line,
                   0,
                   {"gold.unknown-rule", {{"rule", rule}, {"hint", nearest_name(rule, known)}}}},
             language);
  };
  for (const GoldRecord& record : records) {
    for (const GoldSpan& span : record.spans) tell(record, span.rule);
    for (const std::string& rule : record.document) tell(record, rule);
  }
}

std::vector<std::string> rule_ids(const Linter& linter) {
  std::vector<std::string> ids;
  for (const Rule& rule : linter.rules()) ids.push_back(rule.id);
  return ids;
}

bool filters_are_known(const EvalCommand& command, const std::vector<std::string>& known,
                       Language language) {
  bool good = true;
  std::vector<std::string> families;
  for (const std::string& rule : known) {
    if (!holds(families, family_of(rule))) families.emplace_back(family_of(rule));
  }
  for (const std::string& rule : command.rules) {
    if (holds(known, rule)) continue;
    complain(Message{"cli.unknown-rule", {{"rule", rule}, {"hint", nearest_name(rule, known)}}},
             language);
    good = false;
  }
  for (const std::string& family : command.families) {
    if (holds(families, family)) continue;
    complain(Message{"cli.unknown-family",
                     {{"family", family},
                      {"hint", nearest_name(family, families)},
                      {"choices", fmt::format("{}", fmt::join(families, ", "))}}},
             language);
    good = false;
  }
  return good;
}

bool is_asked_for(const EvalCommand& command, std::string_view rule) {
  if (command.rules.empty() && command.families.empty()) return true;
  return holds(command.rules, rule) || holds(command.families, family_of(rule));
}

void keep_what_is_asked_for(const EvalCommand& command, Scores& scores) {
  const auto is_unwanted = [&](const Mistake& mistake) {
    return !is_asked_for(command, mistake.rule);
  };
  std::erase_if(scores.spans.rules,
                [&](const auto& rule) { return !is_asked_for(command, rule.first); });
  std::erase_if(scores.spans.mistakes, is_unwanted);
  std::erase_if(scores.labels.mistakes, is_unwanted);
}

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
        if (family_of(rule) == family) write_row("  " + rule, rule_counts);
      }
    }
    write_row(text("eval.overall"), scores.overall());
    line("\n" + format_message(Message{"eval.clean",
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
    const LabelScores::Share others = scores.flagged(false);
    line("\n" + format_message(Message{"eval.macro-f1", {{"value", shown(scores.macro_f1())}}},
                               language_));
    line(format_message(Message{"eval.false-positive-rate",
                                {{"share", percent(others.flagged, others.total)},
                                 {"flagged", number(others.flagged)},
                                 {"total", number(others.total)}}},
                        language_));
  }

  // Grouped by rule, in the order of the drafts.
  void write_mistakes(std::vector<Mistake> mistakes) {
    if (mistakes.empty()) line("\n" + text("eval.no-errors"));
    std::stable_sort(mistakes.begin(), mistakes.end(),
                     [](const Mistake& a, const Mistake& b) { return a.rule < b.rule; });
    std::string_view rule;
    for (const Mistake& mistake : mistakes) {
      if (mistake.rule != rule) line("\n" + mistake.rule);
      rule = mistake.rule;
      write_mistake(mistake);
    }
  }

 private:
  static constexpr std::size_t kNarrowest = 30;

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
                     kind.second ? "hateful" : "non-hateful", share.flagged, share.total,
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
                     {"label", kind.second ? "hateful" : "non-hateful"},
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

std::string json_report(const Scores& scores, bool with_mistakes) {
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

std::string text_report(const Scores& scores, bool with_mistakes, Language language,
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

int evaluate(const EvalCommand& command, const CommandLine& line) {
  const Language language = line.language();
  Records records;
  const bool all_read = read_records(command, language, records);
  const auto linter = load_linter(command.load, language);
  if (!all_read || !linter) return kTrouble;
  const std::vector<std::string> known = rule_ids(*linter);
  if (!filters_are_known(command, known, language)) return kTrouble;
  apply_label_options(command, records);
  warn_of_unknown_rules(records, known, language);

  Scores scores = score_all(records, *linter, command.minimum);
  keep_what_is_asked_for(command, scores);
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    const std::size_t width = terminal_width(output.descriptor());
    output.write(command.json ? json_report(scores, command.errors)
                              : text_report(scores, command.errors, language, width));
    return kClean;
  });
}

}  // namespace

int run_eval(const Arguments& arguments, Language language) {
  static constexpr std::string_view kSeverities[] = {"advice", "warning", "error"};
  CommandLine line("postlint eval", "help.eval", language);
  EvalCommand command;
  declare(line, command);
  if (const auto status = line.parse(arguments)) return *status;
  if (!read_choice("--min-severity", command.raw_minimum, kSeverities, severity_from,
                   line.language(), command.minimum)) {
    return kTrouble;
  }
  if (command.files.empty()) {
    complain(
        Message{"cli.missing-argument", {{"argument", "GOLD.jsonl"}, {"command", "postlint eval"}}},
        line.language());
    return kTrouble;
  }
  return evaluate(command, line);
}

}  // namespace postlint::cli
