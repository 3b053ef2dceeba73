// postlint check: one draft in, its findings out.

#include <optional>

#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "draft_input.h"
#include "draft_options.h"
#include "postlint/base/nearest.h"
#include "postlint/report/json.h"
#include "postlint/report/text.h"
#include "postlint/suppress/may_stand.h"
#include "run_limits.h"
#include "scan/write.h"
#include "setup.h"
#include "streams.h"
#include "suppression_log.h"
#include "watchdog.h"

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
  std::string format_name, input_kind_name;
  Format format = Format::text;
  InputKind input_kind = InputKind::automatic;
  RunLimits limits;
  DraftOptions draft;
  ReportStyle style;
  std::vector<std::string> files;
};

void declare(CommandLine& line, CheckCommand& command) {
  line.add_list("FILE", command.files, "help.files");
  line.add_text("-f,--format", command.format_name, "help.format");
  line.add_text("--input-format", command.input_kind_name, "help.input-format");
  command.limits.declare(line);
  line.add_flag("--explain", command.style.explain, "help.explain");
  line.add_flag("--show-values", command.style.show_values, "help.show-values");
  line.add_flag("--show-suppressed", command.style.show_suppressed, "help.show-suppressed");
  line.set_choices("--input-format", input_kind_names());
  command.draft.declare(line);
  line.set_footer("help.check.footer");
}

// Reads all options, so that every mistake is told at once. Nothing after a complaint.
std::optional<ConfigRequest> read_choices(const CommandLine& line, CheckCommand& command) {
  const Language language = line.language();
  static constexpr std::string_view kFormats[] = {"text", "json", "jsonl"};
  bool good =
      read_choice("--format", command.format_name, kFormats, format_from, language, command.format);
  good = read_choice("--input-format", command.input_kind_name, input_kind_names(), input_kind_from,
                     language, command.input_kind) &&
         good;
  good = command.limits.read(language) && good;
  auto request = command.draft.read(line);
  if (command.style.explain && command.format != Format::text) {
    complain(Message{"cli.explain-is-text", {}}, language);
    good = false;
  }
  return good ? std::move(request) : std::nullopt;
}

// For a draft that is nearly done when the time is over.
constexpr Watchdog::Duration kGrace(500);

// Checks the files one after the other and writes each report as soon as it is there.
class Checker {
 public:
  Checker(const CheckCommand& command, Setups& setups, Output& output)
      : command_(command), style_(command.style), setups_(setups), output_(output) {}

  void check_all() {
    if (lists_drafts()) output_.write("{\"schema\":1,\"drafts\":[\n");
    for (const std::string& file : command_.files) {
      if (!in_time()) break;
      check_file(file);
    }
    if (lists_drafts()) output_.write("\n]}\n");
    if (command_.format == Format::text && tally_.drafts > 0) write_summary();
    log_.tell_expired(style_.language);
  }

  int status() const {
    if (trouble_) return kTrouble;
    return fails_ ? kFindings : kClean;
  }

 private:
  // `-f json` is one object whatever the number of files: a draft, or a list of them.
  bool lists_drafts() const {
    const bool several = command_.files.size() > 1 || command_.input_kind == InputKind::records;
    return command_.format == Format::json && several;
  }

  void check_file(const std::string& file) {
    if (file == "-" && stdin_was_read_) return fail({"<stdin>", 0, 0, {"input.stdin-twice", {}}});
    const std::optional<Setup> setup = setups_.for_file(file);
    trouble_ = trouble_ || !setup;
    if (!setup) return;
    style_.language = setup->settings(file).language.value_or(command_.style.language);
    if (file == "-") greet_on_terminal();
    Result<Input> input = read_input(file, command_.limits.max_size());
    if (!input) return fail(with_command_hint(input.error().front()));
    const Suppressions* lifting = setups_.may_stand(*setup, file);
    trouble_ = trouble_ || lifting == nullptr;
    if (lifting != nullptr) check_input(std::move(*input), *setup, *lifting);
  }

  // False after the time is over; complains once.
  bool in_time() {
    if (!watchdog_.expired()) return true;
    if (!late_) fail({"", 0, 0, command_.limits.timed_out()});
    late_ = true;
    return false;
  }

  // One draft took all the time: there is no good place to stop.
  void cut_short() const {
    complain(command_.limits.timed_out(), command_.style.language);
    ::_exit(kTrouble);
  }

  void greet_on_terminal() {
    stdin_was_read_ = true;
    if (::isatty(STDIN_FILENO) == 1) {
      complain(Message{"input.waiting", {}}, style_.language);
    }
  }

  void check_input(Input input, const Setup& setup, const Suppressions& lifting) {
    const std::string name = input.name;
    const CheckOptions options{
        .explain = style_.explain, .suppressions = &lifting, .today = today_};
    DraftChecker drafts(setup, command_.input_kind, options);
    drafts.check(std::move(input), [&](const CheckedBatch& checked) { take(checked, name); });
    if (style_.show_suppressed)
      log_.tell_unused(lifting.entries(), side_file_of(name), style_.language);
  }

  void take(const CheckedBatch& checked, std::string_view name) {
    if (!in_time()) return;
    for (const Error& problem : checked.batch.records.problems) fail(problem);
    BatchPlaces places(checked.batch);
    for (std::size_t i = 0; i < checked.records.size(); ++i) {
      std::string out;
      append_report(draft_of(checked, i, name, places), checked, i, places, out);
      output_.write(out);
      const CheckedRecord& record = checked.records[i];
      for (const Error& mark : record.report.wrong_marks) fail(mark);
      tally_.add(record.report);
      log_.add(record.report);
      fails_ = fails_ || fails(record.fail_on, record.report.findings);
    }
  }

  void append_report(const CheckedDraft& draft, const CheckedBatch& checked, std::size_t index,
                     BatchPlaces& places, std::string& out) const {
    if (command_.format == Format::text) return append_text_report(draft, style_, out);
    if (lists_drafts() && tally_.drafts > 0) out += ",\n";
    if (is_plain_text(checked.batch)) {
      append_json_report(draft, style_, out);
    } else {
      with_message(checked, index, style_, places, [&](const CheckedMessage& message) {
        append_message_json(message, style_, out);
      });
    }
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
  SuppressionLog log_;
  const Date today_ = today();
  bool fails_ = false;
  bool stdin_was_read_ = false;
  bool trouble_ = false;
  bool late_ = false;
  Watchdog watchdog_{command_.limits.timeout(), kGrace, [this] { cut_short(); }};
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
