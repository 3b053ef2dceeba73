// What all subcommands share: reading options, and complaining in the user's language.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "commands.h"
#include "environment.h"
#include "help_form.h"
#include "postlint/base/error.h"
#include "postlint/linter.h"
#include "streams.h"

namespace postlint::cli {

// Writes to standard error: "postlint: brief.txt: Dit bestand bestaat niet."
void complain(const Error& error, Language language);
void complain(const Errors& errors, Language language);
void complain(const Message& message, Language language);

// The options of one subcommand. All have --lang, --color, --output, --help and --version.
class CommandLine {
 public:
  // `name` as in the usage line, "postlint eval"; `key` of its description in the catalog.
  CommandLine(const std::string& name, const char* key, Language language);

  // `names` as CLI11 wants them: "-f,--format", or "FILE" for a positional argument; `key` of the
  // description. The value keeps what it has where the user says nothing; the last one given wins.
  void add_flag(const std::string& names, bool& value, const char* key);
  void add_text(const std::string& names, std::string& value, const char* key);
  // An option that may be repeated, or a positional that takes all that is left.
  void add_list(const std::string& names, std::vector<std::string>& values, const char* key);
  void set_footer(const char* key);
  // The values that an option or a positional can have, for shells to complete.
  void set_choices(const std::string& name, std::span<const std::string_view> choices);
  // Takes back one of the options that all have, where it would mean nothing.
  void leave_out(const char* option);

  // Nothing if the subcommand may go on; else the status to leave with: after --help and --version,
  // after a section of help in another form (help_form.h), and after a complaint about the command
  // line.
  std::optional<int> parse(const Arguments& arguments);

  // Valid after parse().
  Language language() const { return language_; }
  const std::string& lang_option() const { return lang_name_; }  // empty: not given
  ColorChoice color() const { return color_; }
  const std::string& output_path() const { return output_path_; }

 private:
  std::string describe(const char* key) const;
  int print(const std::string& text) const;
  CommandHelp described() const;
  OptionHelp described(const CLI::Option& option) const;
  void complain_about(const CLI::ParseError& error) const;
  void complain_about_extra(const std::string& argument) const;
  bool read_common_choices();

  Language language_;
  CLI::App app_;
  std::map<std::string, std::vector<std::string>> choices_;  // of an option, by its first name
  std::string lang_name_;
  std::string color_name_ = "auto";
  std::string output_path_;
  ColorChoice color_ = ColorChoice::automatic;
};

// "--role" knows no "techer": with the nearest of `names`, and all of them.
Message unknown_value(std::string_view option, const std::string& value,
                      std::span<const std::string_view> names);

// Reads the value of an option with `from` (one of the *_from functions of the library). An empty
// value was not given and changes nothing. False after a complaint about an unknown one.
template <typename T>
bool read_choice(std::string_view option, const std::string& value,
                 std::span<const std::string_view> names,
                 std::optional<T> (*from)(std::string_view), Language language, T& result) {
  if (value.empty()) return true;
  const std::optional<T> choice = from(value);
  if (choice) result = *choice;
  if (!choice) complain(unknown_value(option, value, names), language);
  return choice.has_value();
}

// Opens the output (streams.h), lets `write` fill it and give the status, and complains about what
// could not be written.
int write_to(const std::string& path, Language language, const std::function<int(Output&)>& write);

// The linter with all its rules; null after complaining about what is wrong with the files.
std::unique_ptr<const Linter> load_linter(const LoadOptions& options, Language language);

// That `action` is none of these, with the nearest; nothing if it is.
std::optional<Message> unknown_action(std::span<const std::string_view> actions,
                                      const std::string& action);

// What is wrong with the words of a subcommand of the form "ACTION [ID]", where "show" takes an id
// and no other action does; nothing if they make sense together.
std::optional<Message> action_problem(std::span<const std::string_view> actions,
                                      const std::string& action, const std::string& id,
                                      const std::string& command);

}  // namespace postlint::cli
