// postlint eval: the rules held against marked posts.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "command_line.h"
#include "commands.h"
#include "draft_options.h"
#include "eval_report.h"
#include "postlint/base/nearest.h"
#include "postlint/eval/posts.h"
#include "postlint/eval/scoring.h"
#include "setup.h"
#include "streams.h"

namespace postlint::cli {
namespace {

using Records = std::vector<GoldRecord>;

struct EvalCommand {
  bool json = false;
  bool errors = false;
  std::string raw_minimum;
  Severity minimum = Severity::advice;
  std::vector<std::string> files, rules, families, count_hateful, leave_out;
  DraftOptions draft;
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
  command.draft.declare(line);
  line.leave_out("--fail-on");  // eval measures; it does not judge
  line.set_footer("help.eval.footer");
}

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Reads all files; complains about all of them before giving up. `rules`: ids of all rules.
bool read_records(const EvalCommand& command, const std::vector<std::string>& rules,
                  Language language, Records& records) {
  bool good = true;
  for (const std::string& file : command.files) {
    const auto read = read_input(file).and_then(
        [&](const Input& input) { return read_annotated_posts(input.text, input.name, rules); });
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
    return record.label && holds(command.leave_out, record.functionality);
  });
  for (GoldRecord& record : records) {
    if (record.label && holds(command.count_hateful, record.functionality))
      record.label = Label::hateful;
  }
}

// What a record says of itself, over what the settings say.
Context context_of(const GoldRecord& record, const Context& given) {
  const Context& own = record.context;
  Context context = given;
  if (own.role != Role::unknown) context.role = own.role;
  if (own.account != Account::unknown) context.account = own.account;
  if (own.channel != Channel::unknown) context.channel = own.channel;
  if (own.audience != Audience::unknown) context.audience = own.audience;
  if (!own.protocol.empty()) context.protocol = own.protocol;
  return context;
}

Report check(const GoldRecord& record, const Setup& setup) {
  const Settings settings = setup.settings("-", record.context.channel);
  return setup.linter->check(
      {record.text, context_of(record, settings.context), record.file}, *setup.scratch,
      {.settings = &settings.rules, .suppressions = setup.suppressions, .today = today()});
}

Scores score_all(const Records& records, const Setup& setup, Severity minimum) {
  Scores scores;
  for (const GoldRecord& record : records) {
    const Report report = check(record, setup);
    if (record.label) {
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

// As scan does, with the settings of the working directory.
int evaluate(const EvalCommand& command, ConfigRequest request, const CommandLine& line) {
  Setups setups(std::move(request), line.language());
  const auto setup = setups.for_folder("");
  if (!setup) return kTrouble;
  const Language language = setup->settings("-").language.value_or(line.language());
  const std::vector<std::string> known = rule_ids(*setup->linter);
  Records records;
  if (!read_records(command, known, line.language(), records)) return kTrouble;
  if (!filters_are_known(command, known, language)) return kTrouble;
  apply_label_options(command, records);
  warn_of_unknown_rules(records, known, language);

  Scores scores = score_all(records, *setup, command.minimum);
  keep_what_is_asked_for(command, scores);
  return write_to(line.output_path(), language, [&](Output& output) {
    const std::size_t width = terminal_width(output.descriptor());
    output.write(command.json ? eval_json(scores, command.errors)
                              : eval_text(scores, command.errors, language, width));
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
  const bool good = read_choice("--min-severity", command.raw_minimum, kSeverities, severity_from,
                                line.language(), command.minimum);
  auto request = command.draft.read(line);
  if (!good || !request) return kTrouble;
  if (command.files.empty()) {
    complain(
        Message{"cli.missing-argument", {{"argument", "GOLD.jsonl"}, {"command", "postlint eval"}}},
        line.language());
    return kTrouble;
  }
  return evaluate(command, std::move(*request), line);
}

}  // namespace postlint::cli
