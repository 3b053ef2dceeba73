// postlint rules: what is checked, and why.

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "command_line.h"
#include "commands.h"
#include "postlint/base/nearest.h"
#include "postlint/detect/validators.h"
#include "postlint/examples.h"
#include "postlint/report/messages.h"
#include "postlint/report/wrap.h"
#include "postlint/text/display_width.h"
#include "streams.h"

namespace postlint::cli {
namespace {

constexpr const char* kName = "postlint rules";
constexpr std::string_view kActions[] = {"list", "show", "test", "validators"};

struct RulesCommand {
  std::string action = "list";
  std::string id;  // for "show"
  LoadOptions load;
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

// One rule's page: a heading, then a paragraph for everything that is known about it.
class RulePage {
 public:
  RulePage(Language language, std::size_t width) : language_(language), width_(width) {}

  std::string of(const Rule& rule) {
    out_ = fmt::format("{}: {}\n\n", rule.id, rule.title.in(language_));
    add("rules.severity", std::string(name_of(rule.severity)));
    const auto* scope = rule.whole_draft ? "rules.scope.draft" : "rules.scope.words";
    add("rules.scope", format_message(scope, language_));
    add("rules.message", rule.message.in(language_));
    add("rules.why", rule.why.in(language_));
    add("rules.advice", rule.advice.in(language_));
    add("rules.reference", rule.reference);
    add("rules.mask", rule.mask);
    add("rules.file", rule.file);
    return out_;
  }

 private:
  void add(const char* key, const std::string& text) {
    if (text.empty()) return;
    const std::string label = format_message(key, language_);
    const std::string gap(label.size() < kLabelColumns ? kLabelColumns - label.size() : 1, ' ');
    const std::size_t columns = std::max(width_, kLabelColumns + kNarrowest) - kLabelColumns;
    const std::vector<std::string> lines = wrap(text, columns, columns);
    out_ += fmt::format("{}{}{}\n", label, gap, lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) {
      out_ += fmt::format("{:{}}{}\n", "", kLabelColumns, lines[i]);
    }
  }

  static constexpr std::size_t kLabelColumns = 13;
  static constexpr std::size_t kNarrowest = 24;
  Language language_;
  std::size_t width_;
  std::string out_;
};

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

int show_rule(const Linter& linter, const std::string& id, const CommandLine& line) {
  const Rule* rule = linter.find_rule(id);
  if (rule == nullptr) {
    complain_about_unknown_rule(linter, id, line.language());
    return kTrouble;
  }
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(RulePage(line.language(), terminal_width(output.descriptor())).of(*rule));
    return kClean;
  });
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
  if (command.action == "test") return test_rules(command, line);
  if (command.action == "validators") return list_validators(line);
  const auto linter = load_linter(command.load, line.language());
  if (!linter) return kTrouble;
  if (command.action == "show") return show_rule(*linter, command.id, line);
  return list_rules(*linter, line);
}

}  // namespace

int run_rules(const Arguments& arguments, Language language) {
  CommandLine line(kName, "help.rules", language);
  RulesCommand command;
  line.add_text("ACTION", command.action, "help.rules.action");
  line.set_choices("ACTION", kActions);
  line.add_text("ID", command.id, "help.rules.id");
  line.add_list("--patterns", command.load.pattern_files, "help.patterns");
  line.add_list("--words", command.load.word_lists, "help.words");
  if (const auto status = line.parse(arguments)) return *status;
  if (const auto problem = action_problem(kActions, command.action, command.id, kName)) {
    complain(*problem, line.language());
    return kTrouble;
  }
  return run_action(command, line);
}

}  // namespace postlint::cli
