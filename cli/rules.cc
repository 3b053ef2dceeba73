// postlint rules: what is checked, and why.

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "command_line.h"
#include "commands.h"
#include "config/options.h"
#include "postlint/base/nearest.h"
#include "postlint/detect/checks/validators.h"
#include "postlint/eval/examples.h"
#include "postlint/eval/proof.h"
#include "postlint/report/messages.h"
#include "rule_page.h"
#include "setup.h"
#include "streams.h"

namespace postlint::cli {
namespace {

constexpr const char* kName = "postlint rules";
constexpr std::string_view kActions[] = {"list", "show", "test", "validators"};

struct RulesCommand {
  std::string action = "list";
  std::string id;  // for "show"
  bool markdown = false;
  bool prove = false;              // for "test"
  std::vector<std::string> posts;  // for "test --prove"
  ConfigOptions config;
  LoadOptions load = {};  // what the settings of the working directory come to
};

std::string list_of_rules(const Linter& linter, Language language) {
  std::size_t width = 0;
  for (const Rule& rule : linter.rules()) width = std::max(width, rule.id.size());
  std::string out;
  for (const Rule& rule : linter.rules()) {
    out += fmt::format("{:<{}}  {:<7}  {}\n", rule.id, width, name_of(rule.severity),
                       rule.title.in(language));
  }
  return out;
}

int list_rules(const Linter& linter, const CommandLine& line) {
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(list_of_rules(linter, line.language()));
    return kClean;
  });
}

void complain_about_unknown_rule(const Linter& linter, const std::string& id, Language language) {
  std::vector<std::string> known;
  for (const Rule& rule : linter.rules()) known.push_back(rule.id);
  complain(Message{"cli.unknown-rule", {{"rule", id}, {"hint", nearest_name(id, known)}}},
           language);
}

// The pages of some rules, one after the other.
int show_rules(const Linter& linter, const std::vector<const Rule*>& rules,
               const RulesCommand& command, const CommandLine& line) {
  auto examples = examples_to_show(command.load);
  if (!examples) {
    complain(examples.error(), line.language());
    return kTrouble;
  }
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    for (const Rule* rule : rules) {
      const RuleFacts facts{rule, clauses_of(linter, *rule, line.language()),
                            (*examples)[rule->id]};
      if (rule != rules.front()) output.write("\n");
      output.write(command.markdown
                       ? rule_page_in_markdown(facts, line.language())
                       : rule_page(facts, line.language(), terminal_width(output.descriptor())));
    }
    return static_cast<int>(kClean);
  });
}

// Without an id: all rules, for a book of pages.
int show(const Linter& linter, const RulesCommand& command, const CommandLine& line) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : linter.rules()) {
    if (command.id.empty() || rule.id == command.id) rules.push_back(&rule);
  }
  if (!rules.empty()) return show_rules(linter, rules, command, line);
  complain_about_unknown_rule(linter, command.id, line.language());
  return kTrouble;
}

// Failures go to standard error, as compilers write them; the sum to the output.
int test_rules(const RulesCommand& command, const CommandLine& line) {
  const ExampleRun run = run_examples(command.load);
  complain(run.failures, line.language());
  if (run.rules == 0) return kTrouble;
  const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  const Message sum =
      run.failures.empty()
          ? Message{"rules.test.passed",
                    {{"examples", number(run.examples)}, {"rules", number(run.rules)}}}
          : Message{
                "rules.test.failed",
                {{"failures", number(run.failures.size())}, {"examples", number(run.examples)}}};
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(format_message(sum, line.language()) + "\n");
    return run.failures.empty() ? kClean : kFindings;
  });
}

// One line of a table a phrase, separated by tabs: for sorting and for spreadsheets.
std::string row_of(const ProvedLine& line) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", line.examples, line.posts,
                     line.is_signal ? std::string("-") : std::to_string(line.right),
                     name_of(line.use), to_string(line.source.place), line.rule,
                     line.source.as_written());
}

// The table to the output, the sum to standard error.
int prove(const RulesCommand& command, const CommandLine& line) {
  const Proof proof = prove_rules(command.load, command.posts);
  if (!proof.errors.empty()) {
    complain(proof.errors, line.language());
    return kTrouble;
  }
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write("examples\tposts\tright\tuse\tplace\trule\tphrase\n");
    std::int64_t idle = 0;
    for (const ProvedLine& proved : proof.lines) {
      output.write(row_of(proved));
      idle += proved.proves_nothing() ? 1 : 0;
    }
    complain(Message{"rules.prove.sum",
                     {{"lines", static_cast<std::int64_t>(proof.lines.size())},
                      {"idle", idle},
                      {"posts", static_cast<std::int64_t>(proof.posts)}}},
             line.language());
    return static_cast<int>(kClean);
  });
}

int list_validators(const CommandLine& line) {
  std::string names;
  for (const NamedValidator& validator : validators()) {
    names += fmt::format("{}\n", validator.name);
  }
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(names);
    return kClean;
  });
}

int run_action(const RulesCommand& command, const CommandLine& line) {
  if (command.action == "test")
    return command.prove ? prove(command, line) : test_rules(command, line);
  if (command.action == "validators") return list_validators(line);
  const auto linter = load_linter(command.load, line.language());
  if (!linter) return kTrouble;
  if (command.action == "show") return show(*linter, command, line);
  return list_rules(*linter, line);
}

}  // namespace

int run_rules(const Arguments& arguments, Language language) {
  CommandLine line(kName, "help.rules", language);
  RulesCommand command;
  line.add_text("ACTION", command.action, "help.rules.action");
  line.set_choices("ACTION", kActions);
  line.add_text("ID", command.id, "help.rules.id");
  line.add_flag("--markdown", command.markdown, "help.rules.markdown");
  line.add_flag("--prove", command.prove, "help.rules.prove");
  line.add_list("--posts", command.posts, "help.rules.posts");
  command.config.declare(line);
  if (const auto status = line.parse(arguments)) return *status;
  const bool all_in_markdown = command.action == "show" && command.markdown && command.id.empty();
  if (const auto problem = action_problem(kActions, command.action, command.id, kName);
      problem && !all_in_markdown) {
    complain(*problem, line.language());
    return kTrouble;
  }
  auto load = load_options_here(command.config, line);
  if (!load) return kTrouble;
  command.load = std::move(*load);
  return run_action(command, line);
}

}  // namespace postlint::cli
