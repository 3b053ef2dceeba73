// postlint check: one draft in, its findings out.

#include <algorithm>
#include <optional>

#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "postlint/base/nearest.h"
#include "postlint/linter.h"
#include "postlint/report/json.h"
#include "postlint/report/text.h"
#include "streams.h"

namespace postlint::cli {
namespace {

enum class Format { text, json, jsonl };

std::optional<Format> format_from(std::string_view name) {
  if (name == "text") return Format::text;
  if (name == "json") return Format::json;
  if (name == "jsonl") return Format::jsonl;
  return std::nullopt;
}

// The severity from which on findings make the status 1.
enum class FailOn { advice = 1, warning = 2, error = 3, never = 4 };

std::optional<FailOn> fail_on_from(std::string_view name) {
  if (name == "never") return FailOn::never;
  const std::optional<Severity> severity = severity_from(name);
  if (!severity) return std::nullopt;
  return static_cast<FailOn>(*severity);
}

// As written on the command line.
struct RawOptions {
  std::string format, fail_on, role, account, channel, audience, protocol;
  std::vector<std::string> files;
};

struct CheckCommand {
  Format format = Format::text;
  FailOn fail_on = FailOn::warning;
  Context context;
  ReportStyle style;
  LoadOptions load;
  std::vector<std::string> files;
};

void declare(CommandLine& line, RawOptions& raw, CheckCommand& command) {
  line.add_list("FILE", raw.files, "help.files");
  line.add_text("-f,--format", raw.format, "help.format");
  line.add_text("--fail-on", raw.fail_on, "help.fail-on");
  line.add_flag("--explain", command.style.explain, "help.explain");
  line.add_flag("--show-values", command.style.show_values, "help.show-values");
  line.add_text("--role", raw.role, "help.role");
  line.add_text("--account", raw.account, "help.account");
  line.add_text("--channel", raw.channel, "help.channel");
  line.add_text("--audience", raw.audience, "help.audience");
  line.add_text("--protocol", raw.protocol, "help.protocol");
  line.add_list("--patterns", command.load.pattern_files, "help.patterns");
  line.add_list("--words", command.load.word_lists, "help.words");
  line.set_footer("help.check.footer");
}

// Reads all options, so that every mistake is told at once.
bool read_choices(const RawOptions& raw, Language language, CheckCommand& command) {
  static constexpr std::string_view kFormats[] = {"text", "json", "jsonl"};
  static constexpr std::string_view kFailOn[] = {"error", "warning", "advice", "never"};
  Context& context = command.context;
  bool good = true;
  const auto read = [&](auto option, const auto& value, auto names, auto from, auto& result) {
    good = read_choice(option, value, names, from, language, result) && good;
  };
  using Names = std::span<const std::string_view>;
  read("--format", raw.format, Names(kFormats), format_from, command.format);
  read("--fail-on", raw.fail_on, Names(kFailOn), fail_on_from, command.fail_on);
  read("--role", raw.role, role_names(), role_from, context.role);
  read("--account", raw.account, account_names(), account_from, context.account);
  read("--channel", raw.channel, channel_names(), channel_from, context.channel);
  read("--audience", raw.audience, audience_names(), audience_from, context.audience);
  context.protocol = raw.protocol;
  if (command.style.explain && command.format != Format::text) {
    complain(Message{"cli.explain-is-text", {}}, language);
    good = false;
  }
  return good;
}

bool protocol_is_known(const std::string& protocol, const Linter& linter, Language language) {
  if (protocol.empty()) return true;
  const std::vector<std::string> known = linter.protocols();
  if (std::find(known.begin(), known.end(), protocol) != known.end()) return true;
  const std::vector<std::string_view> names(known.begin(), known.end());
  complain(unknown_value("--protocol", protocol, names), language);
  return false;
}

// Checks the files one after the other and writes each report as soon as it is there.
class Checker {
 public:
  Checker(const CheckCommand& command, const Linter& linter, Output& output)
      : command_(command), linter_(linter), output_(output), scratch_(linter) {}

  void check_all() {
    if (lists_drafts()) output_.write("{\"schema\":1,\"drafts\":[\n");
    for (const std::string& file : command_.files) check_file(file);
    if (lists_drafts()) output_.write("\n]}\n");
    if (command_.format == Format::text && tally_.drafts > 0) write_summary();
  }

  int status() const {
    if (trouble_) return kTrouble;
    return fails() ? kFindings : kClean;
  }

 private:
  // `-f json` is one object whatever the number of files: a draft, or a list of them.
  bool lists_drafts() const { return command_.format == Format::json && command_.files.size() > 1; }

  void check_file(const std::string& file) {
    if (file == "-" && stdin_was_read_) return fail({"<stdin>", 0, 0, {"input.stdin-twice", {}}});
    if (file == "-") greet_on_terminal();
    Result<Input> input = read_input(file);
    if (!input) return fail(with_command_hint(input.error().front()));
    write_report(*input);
  }

  void greet_on_terminal() {
    stdin_was_read_ = true;
    if (::isatty(STDIN_FILENO) == 1) {
      complain(Message{"input.waiting", {}}, command_.style.language);
    }
  }

  void write_report(const Input& input) {
    const Report report = linter_.check({input.text, command_.context}, scratch_,
                                        {.explain = command_.style.explain});
    const CheckedDraft draft{"", input.name, input.text, &report};
    std::string out;
    if (command_.format == Format::text) {
      append_text_report(draft, command_.style, out);
    } else {
      append_json(draft, out);
    }
    output_.write(out);
    tally_.add(report);
  }

  void append_json(const CheckedDraft& draft, std::string& out) const {
    if (lists_drafts() && tally_.drafts > 0) out += ",\n";
    append_json_report(draft, command_.style, out);
    if (lists_drafts()) out.pop_back();  // the line end comes after the comma
  }

  void write_summary() {
    std::string out;
    append_text_summary(tally_, command_.style, out);
    output_.write(out);
  }

  // Who mistypes a command gets told that no such file exists: that alone would not help.
  Error with_command_hint(Error error) const {
    if (error.message.key == "file.missing" && error.file == command_.files.front()) {
      error.message.args = {{"hint", nearest_name(error.file, command_names())}};
    }
    return error;
  }

  void fail(const Error& error) {
    complain(error, command_.style.language);
    trouble_ = true;
  }

  bool fails() const {
    switch (command_.fail_on) {
      case FailOn::never:
        return false;
      case FailOn::error:
        return tally_.errors > 0;
      case FailOn::warning:
        return tally_.errors + tally_.warnings > 0;
      case FailOn::advice:
        return tally_.findings() > 0;
    }
    return true;
  }

  const CheckCommand& command_;
  const Linter& linter_;
  Output& output_;
  Linter::Scratch scratch_;
  Tally tally_;
  bool stdin_was_read_ = false;
  bool trouble_ = false;
};

int check(CheckCommand& command, const CommandLine& line) {
  const Language language = command.style.language;
  const auto linter = load_linter(command.load, language);
  if (!linter || !protocol_is_known(command.context.protocol, *linter, language)) return kTrouble;
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    command.style.color = use_color(line.color(), output.descriptor());
    command.style.width = terminal_width(output.descriptor());
    Checker checker(command, *linter, output);
    checker.check_all();
    return checker.status();
  });
}

}  // namespace

int run_check(const Arguments& arguments, Language language) {
  CommandLine line("postlint", "help.check", language);
  RawOptions raw;
  CheckCommand command;
  declare(line, raw, command);
  if (const auto status = line.parse(arguments)) return *status;
  command.style.language = line.language();
  if (!read_choices(raw, line.language(), command)) return kTrouble;
  command.files = raw.files.empty() ? std::vector<std::string>{"-"} : raw.files;
  return check(command, line);
}

}  // namespace postlint::cli
