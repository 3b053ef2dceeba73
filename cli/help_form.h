// The help of all subcommands, as other programs read it: a manual page and what shells complete.
// Its one source are the options as the subcommands declare them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/language.h"

namespace postlint::cli {

struct OptionHelp {
  std::vector<std::string> names;  // "-f", "--format"; of a positional: "FILE"
  std::string description;
  bool positional = false;
  bool takes_value = false;
  std::vector<std::string> choices;  // of its value; empty: any, such as a file
};

struct CommandHelp {
  std::string name;  // "scan"
  std::string description, footer;
  std::vector<OptionHelp> options;
};

// One form. Its parts follow each other: the head, a section for every subcommand, the tail.
struct HelpForm {
  std::string_view name;  // "man", "bash", "zsh", "fish"
  std::string (*head)(Language language);
  std::string (*section)(const CommandHelp& command, Language language);
  std::string (*tail)(Language language);
};

const HelpForm& manual_page();
std::span<const HelpForm> completions();
// Any of them; null if there is none of that name.
const HelpForm* find_help_form(std::string_view name);

// A subcommand whose only argument is this and the name of a form prints its section.
inline constexpr std::string_view kHelpFormOption = "--help=";

}  // namespace postlint::cli
