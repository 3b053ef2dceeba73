// postlint check: one draft in, its findings out.

#include <optional>

#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "draft_input.h"
#include "draft_options.h"
#include "postlint/base/nearest.h"
#include "postlint/report/summary.h"
#include "postlint/suppress/may_stand.h"
#include "report_formats.h"
#include "run_limits.h"
#include "setup.h"
#include "streams.h"
#include "suppression_log.h"
#include "watchdog.h"

namespace postlint::cli {
namespace {

struct CheckCommand {
  std::string format_name, input_kind_name;
  const ReportFormat* format = report_formats().data();
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
  line.set_choices("--format", report_format_names());
  line.set_choices("--input-format", input_kind_names());
  command.draft.declare(line);
  line.set_footer("help.check.footer");
}

// Reads all options, so that every mistake is told at once. Nothing after a complaint.
std::optional<ConfigRequest> read_choices(const CommandLine& line, CheckCommand& command) {
  const Language language = line.language();
  bool good = read_choice("--format", command.format_name, report_format_names(),
                          report_format_from, language, command.format);
  good = read_choice("--input-format", command.input_kind_name, input_kind_names(), input_kind_from,
                     language, command.input_kind) &&
         good;
  good = command.limits.read(language) && good;
  auto request = command.draft.read(line);
  if (command.style.explain && command.format != report_formats().data()) {
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
    for (const std::string& file : command_.files) {
      if (!in_time()) break;
      check_file(file);
    }
    begin({}, nullptr);
    output_.write(form_->tail(summary_, style_));
    log_.tell_expired(style_.language);
  }

  int status() const {
    if (trouble_) return kTrouble;
    return fails_ ? kFindings : kClean;
  }

 private:
  // What is read may hold many drafts: then the report has room for them.
  bool is_several(const Format* format) const {
    return command_.files.size() > 1 || command_.input_kind == InputKind::records ||
           (format != nullptr && format->holds == Holds::messages);
  }

  void check_file(const std::string& file) {
    if (file == "-" && stdin_was_read_) return fail({"<stdin>", 0, 0, {"input.stdin-twice", {}}});
    const std::optional<Setup> setup = setups_.for_file(file);
    trouble_ = trouble_ || !setup;
    if (!setup) return;
    style_.language = setup->settings(file).language.value_or(command_.style.language);
    if (file == "-") greet_on_terminal();
    Result<Input> input = read_input(file, command_.limits.max_size());
    if (!input) return miss(with_command_hint(input.error().front()));
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
    const std::span<const Rule> rules = setup.linter->rules();
    DraftChecker drafts(setup, command_.input_kind, options);
    drafts.check(std::move(input), [&](const CheckedBatch& checked) {
      begin(rules, checked.batch.format);
      take(checked);
    });
    if (style_.show_suppressed)
      log_.tell_unused(lifting.entries(), side_file_of(name), style_.language);
  }

  void take(const CheckedBatch& checked) {
    if (!in_time()) return;
    complain(checked.batch.records.notes, style_.language);
    for (const Error& problem : checked.batch.records.problems) miss(problem);
    BatchPlaces places(checked.batch);
    for (std::size_t i = 0; i < checked.records.size(); ++i) {
      with_draft(checked, i, style_, places, [&](const CheckedText& draft) { write(draft); });
      const CheckedRecord& record = checked.records[i];
      for (const Error& mark : record.report.wrong_marks) fail(mark);
      log_.add(record.report);
      fails_ = fails_ || record.fails();
    }
  }

  // What comes before all drafts, with the rules of the first; once.
  void begin(std::span<const Rule> rules, const Format* format) {
    if (form_ != nullptr) return;
    form_ = is_several(format) ? &command_.format->drafts : &command_.format->draft;
    output_.write(form_->head(rules, style_));
  }

  void write(const CheckedText& draft) {
    summary_.add(draft);
    std::string out;
    form_->append(draft, style_, out);
    if (out.empty()) return;
    if (any_written_) output_.write(form_->separator);
    output_.write(out);
    any_written_ = true;
  }

  // Who mistypes a command gets told that no such file exists: that alone would not help.
  Error with_command_hint(Error error) const {
    if (error.message.key == "file.missing" && error.file == command_.files.front()) {
      error.message.args = {{"hint", nearest_name(error.file, command_names())}};
    }
    return error;
  }

  // Something that was not read.
  void miss(const Error& error) {
    summary_.add_unread(1);
    fail(error);
  }

  void fail(const Error& error) {
    complain(error, style_.language);
    trouble_ = true;
  }

  const CheckCommand& command_;
  const ReportForm* form_ = nullptr;  // once it is known what there is to read
  ReportStyle style_;
  Setups& setups_;
  Output& output_;
  ScanSummary summary_;
  bool any_written_ = false;
  SuppressionLog log_;
  const Date today_ = today();
  bool fails_ = false;
  bool stdin_was_read_ = false;
  bool trouble_ = false;
  bool late_ = false;
  Watchdog watchdog_{command_.limits.timeout(), kGrace, [this] { cut_short(); }};
};

int check(CheckCommand& command, Setups& setups, const CommandLine& line) {
  if (const auto problem = overwrites_input(line.output_path(), command.files)) {
    complain(*problem, line.language());
    return kTrouble;
  }
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
