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
  LoadOptions load;
  std::vector<std::string> files;
};

void declare(CommandLine& line, CheckCommand& command) {
  line.add_list("FILE", command.files, "help.files");
  line.add_text("-f,--format", command.format_name, "help.format");
  line.add_flag("--explain", command.style.explain, "help.explain");
  line.add_flag("--show-values", command.style.show_values, "help.show-values");
  command.draft.declare(line);
  line.add_list("--patterns", command.load.pattern_files, "help.patterns");
  line.add_list("--words", command.load.word_lists, "help.words");
  line.set_footer("help.check.footer");
}

// Reads all options, so that every mistake is told at once.
bool read_choices(Language language, CheckCommand& command) {
  static constexpr std::string_view kFormats[] = {"text", "json", "jsonl"};
  bool good =
      read_choice("--format", command.format_name, kFormats, format_from, language, command.format);
  good = command.draft.read(language) && good;
  if (command.style.explain && command.format != Format::text) {
    complain(Message{"cli.explain-is-text", {}}, language);
    good = false;
  }
  return good;
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
    return command_.draft.fails(tally_) ? kFindings : kClean;
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
    const Report report = linter_.check({input.text, command_.draft.context()}, scratch_,
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
  if (!linter || !command.draft.protocol_is_known(*linter, language)) return kTrouble;
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
  CheckCommand command;
  declare(line, command);
  if (const auto status = line.parse(arguments)) return *status;
  command.style.language = line.language();
  if (!read_choices(line.language(), command)) return kTrouble;
  if (command.files.empty()) command.files.push_back("-");
  return check(command, line);
}

}  // namespace postlint::cli
