// postlint guard: a message goes to the program behind it only if nothing stands in the way.

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <optional>

#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "draft_input.h"
#include "draft_options.h"
#include "hand_over.h"
#include "postlint/ingest/characters.h"
#include "postlint/policy/policy.h"
#include "postlint/report/brief.h"
#include "postlint/report/messages.h"
#include "run_limits.h"
#include "setup.h"
#include "sizes.h"
#include "terminal.h"
#include "watchdog.h"

namespace postlint::cli {
namespace {

// What to do about a message that could not be checked.
enum class OnError { block, allow };

constexpr std::string_view kOnErrorNames[] = {"block", "allow"};

std::optional<OnError> on_error_from(std::string_view name) {
  if (name == "block") return OnError::block;
  if (name == "allow") return OnError::allow;
  return std::nullopt;
}

// What to do about a message that its author has to decide on.
enum class Confirm { ask, yes, no };

constexpr std::string_view kConfirmNames[] = {"ask", "yes", "no"};

std::optional<Confirm> confirm_from(std::string_view name) {
  if (name == "ask") return Confirm::ask;
  if (name == "yes") return Confirm::yes;
  if (name == "no") return Confirm::no;
  return std::nullopt;
}

struct GuardCommand {
  std::string name;  // of the program, in messages
  std::string on_error_name, confirm_name, input_kind_name;
  OnError on_error = OnError::block;
  Confirm confirm = Confirm::ask;
  InputKind input_kind = InputKind::automatic;
  RunLimits limits;
  bool sysexits = false;
  DraftOptions draft;
  ReportStyle style;
  std::vector<std::string> command;
};

void declare(CommandLine& line, GuardCommand& command) {
  line.leave_out("--output");  // standard output is that of the program
  line.leave_out("--color");
  line.add_list("CMD", command.command, "help.guard.command");
  line.add_text("--on-error", command.on_error_name, "help.guard.on-error");
  line.add_text("--confirm", command.confirm_name, "help.guard.confirm");
  line.add_text("--name", command.name, "help.guard.name");
  line.add_flag("--sysexits", command.sysexits, "help.guard.sysexits");
  line.add_text("--input-format", command.input_kind_name, "help.input-format");
  command.limits.declare(line);
  command.draft.declare(line);
  line.set_choices("--on-error", kOnErrorNames);
  line.set_choices("--confirm", kConfirmNames);
  line.set_choices("--input-format", input_kind_names());
  line.set_footer("help.guard.footer");
}

// The option, else the environment: a mail program can be told once.
bool read_confirm(Language language, GuardCommand& command) {
  constexpr const char* kVariable = "POSTLINT_CONFIRM";
  const char* value = std::getenv(kVariable);
  return (value == nullptr ||
          read_choice(kVariable, value, kConfirmNames, confirm_from, language, command.confirm)) &&
         read_choice("--confirm", command.confirm_name, kConfirmNames, confirm_from, language,
                     command.confirm);
}

// Nothing after a complaint. A message brings no settings of its own: those of folders do not
// count.
std::optional<ConfigRequest> read_choices(const CommandLine& line, GuardCommand& command) {
  const Language language = line.language();
  bool good = read_choice("--on-error", command.on_error_name, kOnErrorNames, on_error_from,
                          language, command.on_error);
  good = read_choice("--input-format", command.input_kind_name, input_kind_names(), input_kind_from,
                     language, command.input_kind) &&
         good;
  good = command.limits.read(language) && good;
  good = read_confirm(language, command) && good;
  auto request = command.draft.read(line);
  if (request) request->folders = false;
  return good ? std::move(request) : std::nullopt;
}

// One message on its way. Every way out but handing it on ends with a status that is not 0.
class Guard {
 public:
  Guard(const GuardCommand& command, ConfigRequest request)
      : command_(command),
        style_(command.style),
        language_(command.style.language),
        setups_(std::move(request), command.style.language) {}

  int run() {
    if (::isatty(STDIN_FILENO) == 1) complain(Message{"input.waiting", {}}, language_);
    if (const std::optional<int> status = check_in_time()) return *status;
    return judge();
  }

 private:
  bool allows_unchecked() const { return command_.on_error == OnError::allow; }

  // Nothing if all was checked.
  std::optional<int> check_in_time() {
    const Watchdog watchdog(command_.limits.timeout(), Watchdog::Duration(0),
                            [this] { ::_exit(give_up()); });
    const std::uint64_t limit = allows_unchecked() ? kLargestDraft : command_.limits.max_size();
    Result<Input> input = read_input("-", limit);
    if (!input) return block_unchecked(input.error());
    message_ = std::move(*input);
    is_read_ = true;
    if (message_.text.size() > command_.limits.max_size()) return cannot_check({too_large()});
    const std::optional<Setup> setup = setups_.for_file("-");
    if (!setup || !check(*setup)) return cannot_check({});
    return std::nullopt;
  }

  // The time is over; on the watchdog's thread.
  int give_up() {
    const Errors late{{"", 0, 0, command_.limits.timed_out()}};
    return is_read_ ? cannot_check(late) : block_unchecked(late);
  }

  Error too_large() const {
    return {message_.name,
            0,
            0,
            {"file.too-large", {{"limit", shown_size(command_.limits.max_size())}}}};
  }

  // False after complaints about what could not be read.
  bool check(const Setup& setup) {
    style_.language = setup.settings("-").language.value_or(language_);
    language_ = style_.language;
    bool good = true;
    DraftChecker drafts(setup, command_.input_kind,
                        {.suppressions = setup.suppressions, .today = today()});
    drafts.check(message_, [&](const CheckedBatch& checked) {
      complain(checked.batch.records.notes, language_);
      const Errors& problems = checked.batch.records.problems;
      complain(problems, language_);
      good = good && problems.empty();
      take(checked);
    });
    return good;
  }

  void take(const CheckedBatch& checked) {
    BatchPlaces places(checked.batch);
    for (std::size_t i = 0; i < checked.records.size(); ++i) {
      const CheckedRecord& record = checked.records[i];
      with_draft(checked, i, style_, places, [&](const CheckedText& draft) {
        append_brief_report(draft, least_that_fails(record.fail_on), style_, findings_);
        verdict_ = std::max(verdict_, draft.verdict);
      });
      fails_ = fails_ || record.fails();
    }
  }

  int judge() {
    if (!fails_) return pass_on();
    if (verdict_ == Verdict::block || command_.confirm == Confirm::no) {
      tell(findings_);
      return block("guard.blocked");
    }
    return confirm();
  }

  int confirm() {
    if (command_.confirm == Confirm::yes) {
      tell(findings_);
      return pass_on();
    }
    std::optional<Terminal> terminal = Terminal::open();
    if (!terminal) {
      tell(findings_);
      return block("guard.no-terminal");
    }
    const std::optional<std::string> answer = terminal->ask(findings_ + text_of("guard.question"));
    terminal.reset();
    return answer && is_yes(*answer) ? pass_on() : block("guard.declined");
  }

  bool is_yes(const std::string& answer) const {
    const std::string words = " " + text_of("guard.yes") + " ";
    const std::string word = plain(answer);
    return !word.empty() && words.find(" " + word + " ") != std::string::npos;
  }

  std::string text_of(const char* key) const {
    return format_message(Message{key, {{"command", command_.name}}}, language_);
  }

  static void tell(const std::string& text) { std::fputs(text.c_str(), stderr); }

  int block(const char* key) const {
    constexpr int kNoPermission = 77;  // EX_NOPERM of sysexits.h
    complain(Message{key, {{"command", command_.name}}}, language_);
    return command_.sysexits ? kNoPermission : kFindings;
  }

  // What was not checked goes on if the user wants that; what was not read whole never does.
  int cannot_check(const Errors& errors) {
    if (!allows_unchecked()) return block_unchecked(errors);
    complain(errors, language_);
    complain(Message{"guard.unchecked", {{"command", command_.name}}}, language_);
    return pass_on();
  }

  int block_unchecked(const Errors& errors) const {
    constexpr int kTemporaryFailure = 75;  // EX_TEMPFAIL of sysexits.h
    complain(errors, language_);
    complain(Message{"guard.blocked-unchecked", {{"command", command_.name}}}, language_);
    return command_.sysexits ? kTemporaryFailure : kTrouble;
  }

  int pass_on() const {
    const HandOverFailure failure = hand_over(message_.text, command_.command);
    complain(failure.error, language_);
    return failure.status;
  }

  const GuardCommand& command_;
  ReportStyle style_;
  Language language_;
  Setups setups_;
  Input message_;
  std::atomic<bool> is_read_ = false;
  std::string findings_;  // in brief
  bool fails_ = false;
  Verdict verdict_ = Verdict::allow;
};

// Some programs that call others have an idea of "--" of their own.
bool begins_command(const std::string& argument) { return argument == "--" || argument == "--run"; }

}  // namespace

int run_guard(const Arguments& arguments, Language language) {
  CommandLine line("postlint guard", "help.guard", language);
  GuardCommand command;
  declare(line, command);
  const auto separator = std::find_if(arguments.begin(), arguments.end(), begins_command);
  if (const auto status = line.parse(Arguments(arguments.begin(), separator))) return *status;
  command.style.language = line.language();
  auto request = read_choices(line, command);
  if (!request) return kTrouble;
  if (!command.command.empty() || arguments.end() - separator < 2) {
    complain(Message{"guard.no-command", {}}, line.language());
    return kTrouble;
  }
  command.command.assign(separator + 1, arguments.end());
  if (command.name.empty()) command.name = command.command.front();
  return Guard(command, std::move(*request)).run();
}

}  // namespace postlint::cli
