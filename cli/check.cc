// postlint check: one draft in, its findings out.

#include <optional>

#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "draft_options.h"
#include "postlint/base/nearest.h"
#include "postlint/linter.h"
#include "postlint/report/json.h"
#include "postlint/report/text.h"
#include "setup.h"
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

struct CheckCommand {
  std::string format_name;
  Format format = Format::text;
  DraftOptions draft;
  ReportStyle style;
  std::vector<std::string> files;
};

void declare(CommandLine& line, CheckCommand& command) {
  line.add_list("FILE", command.files, "help.files");
  line.add_text("-f,--format", command.format_name, "help.format");
  line.add_flag("--explain", command.style.explain, "help.explain");
  line.add_flag("--show-values", command.style.show_values, "help.show-values");
  command.draft.declare(line);
  line.set_footer("help.check.footer");
}

// Reads all options, so that every mistake is told at once. Nothing after a complaint.
std::optional<ConfigRequest> read_choices(const CommandLine& line, CheckCommand& command) {
  const Language language = line.language();
  static constexpr std::string_view kFormats[] = {"text", "json", "jsonl"};
  bool good =
      read_choice("--format", command.format_name, kFormats, format_from, language, command.format);
  auto request = command.draft.read(line);
  if (command.style.explain && command.format != Format::text) {
    complain(Message{"cli.explain-is-text", {}}, language);
    good = false;
  }
  return good ? std::move(request) : std::nullopt;
}

// Checks the files one after the other and writes each report as soon as it is there.
class Checker {
 public:
  Checker(const CheckCommand& command, Setups& setups, Output& output)
      : command_(command), style_(command.style), setups_(setups), output_(output) {}

  void check_all() {
    if (lists_drafts()) output_.write("{\"schema\":1,\"drafts\":[\n");
    for (const std::string& file : command_.files) check_file(file);
    if (lists_drafts()) output_.write("\n]}\n");
    if (command_.format == Format::text && tally_.drafts > 0) write_summary();
  }

  int status() const {
    if (trouble_) return kTrouble;
    return fails_ ? kFindings : kClean;
  }

 private:
  // `-f json` is one object whatever the number of files: a draft, or a list of them.
  bool lists_drafts() const { return command_.format == Format::json && command_.files.size() > 1; }

  void check_file(const std::string& file) {
    if (file == "-" && stdin_was_read_) return fail({"<stdin>", 0, 0, {"input.stdin-twice", {}}});
    const std::optional<Setup> setup = setups_.for_file(file);
    trouble_ = trouble_ || !setup;
    if (!setup) return;
    const Settings settings = setup->settings(file);
    style_.language = settings.language.value_or(command_.style.language);
    if (file == "-") greet_on_terminal();
    Result<Input> input = read_input(file);
    if (!input) return fail(with_command_hint(input.error().front()));
    write_report(*input, *setup, settings);
  }

  void greet_on_terminal() {
    stdin_was_read_ = true;
    if (::isatty(STDIN_FILENO) == 1) {
      complain(Message{"input.waiting", {}}, style_.language);
    }
  }

  void write_report(const Input& input, const Setup& setup, const Settings& settings) {
    const Report report =
        setup.linter->check({input.text, settings.context}, *setup.scratch,
                            {.explain = style_.explain, .settings = &settings.rules});
    const CheckedDraft draft{"", input.name, input.text, &report};
    std::string out;
    if (command_.format == Format::text) {
      append_text_report(draft, style_, out);
    } else {
      append_json(draft, out);
    }
    output_.write(out);
    tally_.add(report);
    fails_ = fails_ || fails(settings.fail_on, report.findings);
  }

  void append_json(const CheckedDraft& draft, std::string& out) const {
    if (lists_drafts() && tally_.drafts > 0) out += ",\n";
    append_json_report(draft, style_, out);
    if (lists_drafts()) out.pop_back();  // the line end comes after the comma
  }

  void write_summary() {
    std::string out;
    append_text_summary(tally_, style_, out);
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
    complain(error, style_.language);
    trouble_ = true;
  }

  const CheckCommand& command_;
  ReportStyle style_;
  Setups& setups_;
  Output& output_;
  Tally tally_;
  bool fails_ = false;
  bool stdin_was_read_ = false;
  bool trouble_ = false;
};

int check(CheckCommand& command, Setups& setups, const CommandLine& line) {
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    command.style.color = use_color(line.color(), output.descriptor());
    command.style.width = terminal_width(output.descriptor());
    Checker checker(command, setups, output);
    checker.check_all();
    return checker.status();
  });
}

}  // namespace

int run_check(const Arguments& arguments, Language language) {
  CommandLine line("postlint", "help.check", language);
  CheckCommand command;
  declare(line, command);
  if (const auto status = line.parse(arguments)) return *status;
  command.style.language = line.language();
  auto request = read_choices(line, command);
  if (!request) return kTrouble;
  if (command.files.empty()) command.files.push_back("-");
  Setups setups(std::move(*request), line.language());
  return check(command, setups, line);
}

}  // namespace postlint::cli
