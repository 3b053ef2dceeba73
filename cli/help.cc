// postlint help: how to use a subcommand; all of them as a manual page or for a shell.

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "command_line.h"
#include "commands.h"
#include "help_form.h"
#include "postlint/base/nearest.h"

namespace postlint::cli {
namespace {

std::vector<std::string_view> shell_names() {
  std::vector<std::string_view> names;
  for (const HelpForm& form : completions()) names.push_back(form.name);
  return names;
}

std::optional<const HelpForm*> shell_from(std::string_view name) {
  const HelpForm* form = find_help_form(name);
  return form == nullptr || form == &manual_page() ? std::nullopt : std::optional(form);
}

int print(const std::string& text, Language language) {
  return write_to("", language, [&](Output& output) {
    output.write(text);
    return static_cast<int>(kClean);
  });
}

// Head, a section from every subcommand, tail; stops at the first that cannot be written.
int print_all(const HelpForm& form, Language language) {
  int status = print(form.head(language), language);
  const Arguments section{std::string(kHelpFormOption).append(form.name)};
  for (const std::string_view name : command_names()) {
    if (status == kClean) status = run_command(name, section, language);
  }
  return status == kClean ? print(form.tail(language), language) : status;
}

int help_on(const std::string& command, Language language) {
  const auto names = command_names();
  if (std::find(names.begin(), names.end(), command) != names.end()) {
    return run_command(command, {"--help"}, language);
  }
  complain(Message{"cli.unknown-command",
                   {{"value", command},
                    {"hint", nearest_name(command, names)},
                    {"choices", fmt::format("{}", fmt::join(names, ", "))}}},
           language);
  return kTrouble;
}

}  // namespace

int run_help(const Arguments& arguments, Language language) {
  CommandLine line("postlint help", "help.help-command", language);
  std::string command, shell_name;
  bool manual = false;
  line.add_text("COMMAND", command, "help.help.command");
  line.add_flag("--man", manual, "help.help.man");
  line.add_text("--completions", shell_name, "help.help.completions");
  const std::vector<std::string_view> shells = shell_names();
  line.set_choices("--completions", shells);
  line.set_choices("COMMAND", command_names());
  if (const auto status = line.parse(arguments)) return *status;
  const HelpForm* form = manual ? &manual_page() : nullptr;
  if (!read_choice("--completions", shell_name, shells, shell_from, line.language(), form)) {
    return kTrouble;
  }
  if (form != nullptr) return print_all(*form, line.language());
  return help_on(command.empty() ? "check" : command, line.language());
}

}  // namespace postlint::cli
