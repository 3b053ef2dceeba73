// What the shells complete: subcommands, options, the values that an option can have, and files.

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "commands.h"
#include "help_form.h"
#include "postlint/report/messages.h"

namespace postlint::cli {
namespace {

// The first sentence, for a list; the whole stands in the manual.
std::string first_sentence(const std::string& text) {
  const std::string sentence = text.substr(0, text.find(". "));
  return sentence.ends_with('.') ? sentence.substr(0, sentence.size() - 1) : sentence;
}

std::string description_of(std::string_view command, Language language) {
  const bool is_help = command == "help";  // "help.help" is the option that all have
  return first_sentence(
      format_message("help." + std::string(is_help ? "help-command" : command), language));
}

// In single quotes, as all three shells read them.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string all_commands(std::string_view separator) {
  return fmt::format("{}", fmt::join(command_names(), separator));
}

std::string other_commands() {
  std::string out;
  for (const std::string_view name : command_names()) {
    if (name != "check") out += fmt::format(" {}", name);
  }
  return out;
}

// --- bash

std::string bash_head(Language) {
  return fmt::format(
      "# bash completion for postlint\n"
      "_postlint() {{\n"
      "  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}\n"
      "  local command=check options= values=\n"
      "  [[ $previous == = ]] && previous=${{COMP_WORDS[COMP_CWORD-2]}}\n"
      "  [[ $current == = ]] && previous=${{COMP_WORDS[COMP_CWORD-1]}} current=\n"
      "  if ((COMP_CWORD > 1)); then\n"
      "    case ${{COMP_WORDS[1]}} in {}) command=${{COMP_WORDS[1]}} ;; esac\n"
      "  fi\n"
      "  case $command in\n",
      all_commands("|"));
}

std::string bash_section(const CommandHelp& command, Language) {
  std::string options, values, words;
  for (const OptionHelp& option : command.options) {
    const std::string choices = fmt::format("{}", fmt::join(option.choices, " "));
    if (option.positional) {
      words += choices.empty() ? "" : " " + choices;
      continue;
    }
    options += fmt::format(" {}", fmt::join(option.names, " "));
    if (!choices.empty()) {
      values +=
          fmt::format("      {}) values={} ;;\n", fmt::join(option.names, "|"), quoted(choices));
    }
  }
  return fmt::format(
      "    {})\n      options={}\n      words={}\n      case $previous in\n{}      *) ;;\n"
      "      esac ;;\n",
      command.name, quoted(options), quoted(words), values);
}

std::string bash_tail(Language) {
  return fmt::format(
      "  esac\n"
      "  if [[ -n $values ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$values\" -- \"$current\"))\n"
      "  elif [[ $current == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
      "  else\n"
      "    ((COMP_CWORD == 1)) && words=\"$words {}\"\n"
      "    local IFS=$'\\n'\n"
      "    COMPREPLY=($(IFS=' ' compgen -W \"$words\" -- \"$current\"; compgen -f -- "
      "\"$current\"))\n"
      "  fi\n"
      "}}\n"
      "complete -o filenames -F _postlint postlint\n",
      all_commands(" "));
}

// --- zsh

// Brackets and colons mean something in what _arguments reads.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_head(Language language) {
  std::string commands;
  for (const std::string_view name : command_names()) {
    commands += fmt::format("      {}\n",
                            quoted(fmt::format("{}:{}", name, description_of(name, language))));
  }
  return fmt::format(
      "#compdef postlint\n"
      "_postlint() {{\n"
      "  local command=check\n"
      "  local -a commands options\n"
      "  if (( CURRENT == 2 )); then\n"
      "    commands=(\n{}    )\n"
      "    _describe -t commands command commands\n"
      "  elif [[ $words[2] == ({}) ]]; then\n"
      "    command=$words[2]\n"
      "  fi\n"
      "  case $command in\n",
      commands, all_commands("|"));
}

// Words are numbered from the first after "postlint", which is the subcommand.
std::string zsh_section(const CommandHelp& command, Language language) {
  std::string options;
  int place = command.name == "check" ? 0 : 1;
  for (const OptionHelp& option : command.options) {
    if (option.positional) ++place;
    const std::string description = zsh_text(first_sentence(option.description));
    const std::string action = option.choices.empty()
                                   ? std::string("_files")
                                   : fmt::format("({})", fmt::join(option.choices, " "));
    if (option.positional && option.choices.empty()) continue;
    const std::string value =
        fmt::format(":{}:{}", zsh_text(format_message("help.value", language)), action);
    for (const std::string& name : option.names) {
      std::string spec = option.positional ? std::to_string(place) + value
                                           : fmt::format("*{}[{}]", name, description);
      if (!option.positional && option.takes_value) spec += value;
      options += fmt::format("      {}\n", quoted(spec));
    }
  }
  return fmt::format("    {})\n      options=(\n{}      ) ;;\n", command.name, options);
}

std::string zsh_tail(Language) {
  return "  esac\n"
         "  _arguments -s $options '*: :_files'\n"
         "}\n"
         "_postlint \"$@\"\n";
}

// --- fish

std::string fish_head(Language language) {
  std::string out = "# fish completion for postlint\n";
  for (const std::string_view name : command_names()) {
    out += fmt::format("complete -c postlint -n __fish_use_subcommand -a {} -d {}\n", name,
                       quoted(description_of(name, language)));
  }
  return out;
}

std::string fish_section(const CommandHelp& command, Language) {
  const std::string when = command.name == "check"
                               ? "not __fish_seen_subcommand_from" + other_commands()
                               : "__fish_seen_subcommand_from " + command.name;
  std::string out;
  for (const OptionHelp& option : command.options) {
    if (option.positional && option.choices.empty()) continue;
    out += fmt::format("complete -c postlint -n {}", quoted(when));
    for (const std::string& name : option.names) {
      if (option.positional) continue;
      out += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                    : fmt::format(" -s {}", name.substr(1));
    }
    if (option.takes_value && !option.positional) out += option.choices.empty() ? " -r" : " -x";
    if (!option.choices.empty()) {
      out += fmt::format(" -a {}", quoted(fmt::format("{}", fmt::join(option.choices, " "))));
    }
    out += fmt::format(" -d {}\n", quoted(first_sentence(option.description)));
  }
  return out;
}

std::string fish_tail(Language) { return {}; }

constexpr HelpForm kCompletions[] = {{"bash", bash_head, bash_section, bash_tail},
                                     {"zsh", zsh_head, zsh_section, zsh_tail},
                                     {"fish", fish_head, fish_section, fish_tail}};

}  // namespace

std::span<const HelpForm> completions() { return kCompletions; }

const HelpForm* find_help_form(std::string_view name) {
  if (name == manual_page().name) return &manual_page();
  const auto form = std::find_if(std::begin(kCompletions), std::end(kCompletions),
                                 [&](const HelpForm& it) { return it.name == name; });
  return form != std::end(kCompletions) ? form : nullptr;
}

}  // namespace postlint::cli
