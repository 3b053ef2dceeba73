// postlint guard: a message goes to the program behind it only if nothing stands in the way.

#include <algorithm>
#include <cstdlib>
#include <optional>

#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "draft_options.h"
#include "hand_over.h"
#include "postlint/ingest/characters.h"
#include "postlint/report/brief.h"
#include "postlint/report/messages.h"
#include "sizes.h"
#include "terminal.h"

namespace postlint::cli {
namespace {

// What to do about a message that could not be checked.
enum class OnError { block, allow };

std::optional<OnError> on_error_from(std::string_view name) {
  if (name == "block") return OnError::block;
  if (name == "allow") return OnError::allow;
  return std::nullopt;
}

// What to do about a message that its author has to decide on.
enum class Confirm { ask, yes, no };

std::optional<Confirm> confirm_from(std::string_view name) {
  if (name == "ask") return Confirm::ask;
  if (name == "yes") return Confirm::yes;
  if (name == "no") return Confirm::no;
  return std::nullopt;
}

struct GuardCommand {
  std::string on_error_name, confirm_name, max_size_name;
  OnError on_error = OnError::block;
  Confirm confirm = Confirm::ask;
  std::uint64_t max_size = kLargestDraft;
  bool sysexits = false;
  DraftOptions draft;
  ReportStyle style;
  LoadOptions load;
  std::vector<std::string> command;
};

void declare(CommandLine& line, GuardCommand& command) {
  line.leave_out("--output");  // standard output is that of the program
  line.leave_out("--color");
  line.add_list("CMD", command.command, "help.guard.command");
  line.add_text("--on-error", command.on_error_name, "help.guard.on-error");
  line.add_text("--confirm", command.confirm_name, "help.guard.confirm");
  line.add_flag("--sysexits", command.sysexits, "help.guard.sysexits");
  line.add_text("--max-size", command.max_size_name, "help.max-size");
  command.draft.declare(line);
  line.add_list("--patterns", command.load.pattern_files, "help.patterns");
  line.add_list("--words", command.load.word_lists, "help.words");
  line.set_footer("help.guard.footer");
}

// The option, else the environment: a mail program can be told once.
bool read_confirm(Language language, GuardCommand& command) {
  static constexpr std::string_view kChoices[] = {"ask", "yes", "no"};
  constexpr const char* kVariable = "POSTLINT_CONFIRM";
  const char* value = std::getenv(kVariable);
  return (value == nullptr ||
          read_choice(kVariable, value, kChoices, confirm_from, language, command.confirm)) &&
         read_choice("--confirm", command.confirm_name, kChoices, confirm_from, language,
                     command.confirm);
}

bool read_choices(Language language, GuardCommand& command) {
  static constexpr std::string_view kOnError[] = {"block", "allow"};
  static constexpr std::string_view kSizes[] = {"64K", "10M", "1G"};
  bool good = read_choice("--on-error", command.on_error_name, kOnError, on_error_from, language,
                          command.on_error);
  good = read_choice("--max-size", command.max_size_name, kSizes, size_from, language,
                     command.max_size) &&
         good;
  good = read_confirm(language, command) && good;
  return command.draft.read(language) && good;
}

// One message on its way. Every way out but handing it on ends with a status that is not 0.
class Guard {
 public:
  explicit Guard(const GuardCommand& command)
      : command_(command), language_(command.style.language) {}

  int run() {
    if (::isatty(STDIN_FILENO) == 1) complain(Message{"input.waiting", {}}, language_);
    const std::uint64_t limit = allows_unchecked() ? kLargestDraft : command_.max_size;
    Result<Input> input = read_input("-", limit);
    if (!input) return block_unchecked(input.error());
    message_ = std::move(*input);
    if (message_.text.size() > command_.max_size) return cannot_check({too_large()});
    const auto linter = load_linter(command_.load, language_);
    if (!linter || !command_.draft.protocol_is_known(*linter, language_)) return cannot_check({});
    return judge(linter->check({message_.text, command_.draft.context()}));
  }

 private:
  bool allows_unchecked() const { return command_.on_error == OnError::allow; }

  Error too_large() const {
    return {message_.name, 0, 0, {"file.too-large", {{"limit", shown_size(command_.max_size)}}}};
  }

  int judge(const Report& report) {
    Tally tally;
    tally.add(report);
    if (!command_.draft.fails(tally)) return pass_on();
    const CheckedDraft draft{"", message_.name, message_.text, &report};
    std::string findings;
    append_brief_report(draft, command_.draft.least_that_fails(), command_.style, findings);
    if (report.verdict == Verdict::block || command_.confirm == Confirm::no) {
      tell(findings);
      return block("guard.blocked");
    }
    return confirm(findings);
  }

  int confirm(const std::string& findings) {
    if (command_.confirm == Confirm::yes) {
      tell(findings);
      return pass_on();
    }
    std::optional<Terminal> terminal = Terminal::open();
    if (!terminal) {
      tell(findings);
      return block("guard.no-terminal");
    }
    const std::optional<std::string> answer = terminal->ask(findings + text_of("guard.question"));
    terminal.reset();
    return answer && is_yes(*answer) ? pass_on() : block("guard.declined");
  }

  bool is_yes(const std::string& answer) const {
    const std::string words = " " + text_of("guard.yes") + " ";
    const std::string word = plain(answer);
    return !word.empty() && words.find(" " + word + " ") != std::string::npos;
  }

  std::string text_of(const char* key) const {
    return format_message(Message{key, {{"command", command_.command.front()}}}, language_);
  }

  static void tell(const std::string& text) { std::fputs(text.c_str(), stderr); }

  int block(const char* key) const {
    constexpr int kNoPermission = 77;  // EX_NOPERM of sysexits.h
    complain(Message{key, {{"command", command_.command.front()}}}, language_);
    return command_.sysexits ? kNoPermission : kFindings;
  }

  // What was not checked goes on if the user wants that; what was not read whole never does.
  int cannot_check(const Errors& errors) {
    if (!allows_unchecked()) return block_unchecked(errors);
    complain(errors, language_);
    complain(Message{"guard.unchecked", {{"command", command_.command.front()}}}, language_);
    return pass_on();
  }

  int block_unchecked(const Errors& errors) const {
    constexpr int kTemporaryFailure = 75;  // EX_TEMPFAIL of sysexits.h
    complain(errors, language_);
    complain(Message{"guard.blocked-unchecked", {{"command", command_.command.front()}}},
             language_);
    return command_.sysexits ? kTemporaryFailure : kTrouble;
  }

  int pass_on() const {
    const HandOverFailure failure = hand_over(message_.text, command_.command);
    complain(failure.error, language_);
    return failure.status;
  }

  const GuardCommand& command_;
  Language language_;
  Input message_;
};

}  // namespace

int run_guard(const Arguments& arguments, Language language) {
  CommandLine line("postlint guard", "help.guard", language);
  GuardCommand command;
  declare(line, command);
  const auto separator = std::find(arguments.begin(), arguments.end(), "--");
  if (const auto status = line.parse(Arguments(arguments.begin(), separator))) return *status;
  command.style.language = line.language();
  if (!read_choices(line.language(), command)) return kTrouble;
  if (!command.command.empty() || arguments.end() - separator < 2) {
    complain(Message{"guard.no-command", {}}, line.language());
    return kTrouble;
  }
  command.command.assign(separator + 1, arguments.end());
  return Guard(command).run();
}

}  // namespace postlint::cli
