#include "command_line.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

#include <fmt/format.h>
#include <unistd.h>

#include "postlint/base/nearest.h"
#include "postlint/config/keys.h"
#include "postlint/config/settings.h"
#include "postlint/report/messages.h"
#include "postlint/report/printable.h"
#include "postlint/report/wrap.h"

namespace postlint::cli {
namespace {

constexpr std::size_t kOptionColumns = 30;
constexpr std::size_t kNarrowestDescription = 24;

std::size_t description_width() {
  const std::size_t width = terminal_width(STDOUT_FILENO);
  return std::max(width, kOptionColumns + kNarrowestDescription) - kOptionColumns;
}

std::string wrapped(const std::string& text, std::size_t width) {
  return fmt::format("{}", fmt::join(wrap(text, width, width), "\n"));
}

// CLI11's help, wrapped to the terminal.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(Language language) {
    label("Usage", format_message("help.usage", language));
    label("OPTIONS", format_message("help.options", language));
    label("Positionals", format_message("help.positionals", language));
    column_width(kOptionColumns);
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    return wrapped(CLI::Formatter::make_option_desc(option), description_width());
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    const bool takes_value =
        option->nonpositional() && option->get_expected_max() > 0 && option->get_type_size() != 0;
    return takes_value ? " " + option->get_type_name() : std::string();
  }

  std::string make_description(const CLI::App* app) const override {
    return wrapped(app->get_description(), terminal_width(STDOUT_FILENO)) + "\n\n";
  }

  std::string make_footer(const CLI::App* app) const override {
    return wrapped(app->get_footer(), terminal_width(STDOUT_FILENO)) + "\n";
  }
};

std::optional<ColorChoice> color_from(std::string_view name) {
  if (name == "auto") return ColorChoice::automatic;
  if (name == "always") return ColorChoice::always;
  if (name == "never") return ColorChoice::never;
  return std::nullopt;
}

// "--fomat=json" -> "--fomat"
std::string without_value(const std::string& option) { return option.substr(0, option.find('=')); }

}  // namespace

void complain(const Error& error, Language language) {
  const std::string line = fmt::format("postlint: {}\n", printable(format_error(error, language)));
  std::fputs(line.c_str(), stderr);  // where that fails too there is nobody left to tell
}

void complain(const Errors& errors, Language language) {
  for (const Error& error : errors) complain(error, language);
}

void complain(const Message& message, Language language) {
  complain(Error{"", 0, 0, message}, language);
}

CommandLine::CommandLine(const std::string& name, const char* key, Language language)
    : language_(language), app_(format_message(key, language), name) {
  app_.option_defaults()->group(describe("help.option-group"));
  app_.formatter(std::make_shared<HelpFormatter>(language));
  app_.set_help_flag("-h,--help", describe("help.help"));
  app_.set_version_flag("--version", "postlint " POSTLINT_VERSION, describe("help.version"));
  add_text("--lang", lang_name_, "help.lang");
  add_text("--color", color_name_, "help.color");
  add_text("-o,--output", output_path_, "help.output");
  static constexpr std::string_view kColors[] = {"auto", "always", "never"};
  set_choices("--lang", language_names());
  set_choices("--color", kColors);
}

std::string CommandLine::describe(const char* key) const { return format_message(key, language_); }

void CommandLine::add_flag(const std::string& names, bool& value, const char* key) {
  app_.add_flag(names, value, describe(key));
}

void CommandLine::add_text(const std::string& names, std::string& value, const char* key) {
  app_.add_option(names, value, describe(key))
      ->type_name(describe("help.value"))
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void CommandLine::add_list(const std::string& names, std::vector<std::string>& values,
                           const char* key) {
  CLI::Option* option =
      app_.add_option(names, values, describe(key))->type_name(describe("help.value"));
  option->allow_extra_args(option->get_positional());
}

void CommandLine::set_footer(const char* key) { app_.footer(describe(key)); }

void CommandLine::leave_out(const char* option) { app_.remove_option(app_.get_option(option)); }

void CommandLine::set_choices(const std::string& name, std::span<const std::string_view> choices) {
  choices_[app_.get_option(name)->get_name()].assign(choices.begin(), choices.end());
}

OptionHelp CommandLine::described(const CLI::Option& option) const {
  OptionHelp help;
  for (const std::string& name : option.get_snames()) help.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) help.names.push_back("--" + name);
  help.positional = option.get_positional();
  if (help.positional) help.names = {option.get_name(true)};
  help.description = option.get_description();
  help.takes_value = option.get_expected_max() > 0 && option.get_type_size() != 0;
  const auto choices = choices_.find(option.get_name());
  if (choices != choices_.end()) help.choices = choices->second;
  return help;
}

CommandHelp CommandLine::described() const {
  CommandHelp help;
  const std::string name = app_.get_name();
  help.name = name == "postlint" ? "check" : name.substr(name.find(' ') + 1);
  help.description = app_.get_description();
  help.footer = app_.get_footer();
  for (const CLI::Option* option : app_.get_options()) help.options.push_back(described(*option));
  return help;
}

std::optional<int> CommandLine::parse(const Arguments& arguments) {
  if (arguments.size() == 1 && arguments.front().starts_with(kHelpFormOption)) {
    const HelpForm* form = find_help_form(arguments.front().substr(kHelpFormOption.size()));
    if (form != nullptr) return print(form->section(described(), language_));
  }
  try {
    app_.parse(Arguments(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the back
  } catch (const CLI::CallForHelp&) {
    return print(app_.help());
  } catch (const CLI::CallForVersion& version) {
    return print(fmt::format("{}\n", version.what()));
  } catch (const CLI::ParseError& error) {
    complain_about(error);
    return kTrouble;
  }
  if (!read_common_choices()) return kTrouble;
  return std::nullopt;
}

int CommandLine::print(const std::string& text) const {
  return write_to("", language_, [&](Output& output) {
    output.write(text);
    return kClean;
  });
}

void CommandLine::complain_about(const CLI::ParseError& error) const {
  const std::string reason = error.what();
  const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
  if (kind == CLI::ExitCodes::ExtrasError) {
    complain_about_extra(app_.remaining().front());
  } else if (kind == CLI::ExitCodes::ArgumentMismatch) {
    const std::string option = reason.substr(0, reason.find(':'));
    complain({"cli.missing-value", {{"option", option}, {"command", app_.get_name()}}}, language_);
  } else {
    complain({"cli.bad-usage", {{"detail", reason}, {"command", app_.get_name()}}}, language_);
  }
}

void CommandLine::complain_about_extra(const std::string& argument) const {
  if (!argument.starts_with("-")) {
    complain({"cli.unexpected-argument", {{"argument", argument}, {"command", app_.get_name()}}},
             language_);
    return;
  }
  std::vector<std::string> known;
  for (const CLI::Option* option : app_.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  const std::string option = without_value(argument);
  complain(
      {"cli.unknown-option",
       {{"option", option}, {"hint", nearest_name(option, known)}, {"command", app_.get_name()}}},
      language_);
}

bool CommandLine::read_common_choices() {
  static constexpr std::string_view kColors[] = {"auto", "always", "never"};
  const Language spoken = language_;
  const bool language_known =
      read_choice("--lang", lang_name_, language_names(), language_from, spoken, language_);
  const bool color_known = read_choice("--color", color_name_, kColors, color_from, spoken, color_);
  return language_known && color_known;
}

Message unknown_value(std::string_view option, const std::string& value,
                      std::span<const std::string_view> names) {
  return {"cli.unknown-value",
          {{"option", std::string(option)},
           {"value", value},
           {"hint", nearest_name(value, names)},
           {"choices", fmt::format("{}", fmt::join(names, ", "))}}};
}

int write_to(const std::string& path, Language language, const std::function<int(Output&)>& write) {
  Result<Output> output = Output::open(path);
  if (!output) {
    complain(output.error(), language);
    return kTrouble;
  }
  const int status = write(*output);
  const Result<void> written = output->finish();
  if (written) return status;
  complain(written.error(), language);
  return kTrouble;
}

std::unique_ptr<const Linter> load_linter(const LoadOptions& options, Language language) {
  Linter::LoadResult loaded = Linter::load(options);
  complain(loaded.errors, language);
  return std::move(loaded.linter);
}

std::optional<Message> unknown_action(std::span<const std::string_view> actions,
                                      const std::string& action) {
  if (std::find(actions.begin(), actions.end(), action) != actions.end()) return std::nullopt;
  return Message{"cli.unknown-command",
                 {{"value", action},
                  {"hint", nearest_name(action, actions)},
                  {"choices", fmt::format("{}", fmt::join(actions, ", "))}}};
}

std::optional<Message> action_problem(std::span<const std::string_view> actions,
                                      const std::string& action, const std::string& id,
                                      const std::string& command) {
  if (auto problem = unknown_action(actions, action)) return problem;
  if (action == "show" && id.empty()) {
    return Message{"cli.missing-argument", {{"argument", "ID"}, {"command", command}}};
  }
  if (action != "show" && !id.empty()) {
    return Message{"cli.unexpected-argument", {{"argument", id}, {"command", command}}};
  }
  return std::nullopt;
}

}  // namespace postlint::cli
