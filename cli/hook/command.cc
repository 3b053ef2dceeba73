// postlint hook: puts postlint before another program, takes it away, and tells.

#include <algorithm>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>

#include "command_line.h"
#include "commands.h"
#include "hook/hook.h"
#include "postlint/report/messages.h"

namespace postlint::cli {
namespace {

constexpr const char* kName = "postlint hook";
constexpr std::string_view kActions[] = {"install", "status", "remove"};

struct HookCommand {
  std::string action, name;
  HookOptions options;
};

// False after a complaint.
bool is_known(const std::string& word, std::span<const std::string_view> names, Language language) {
  const auto problem = unknown_action(names, word);
  if (problem) complain(*problem, language);
  return !problem;
}

// Tells what was done; or, on standard error, why it was not.
int tell(const char* key, const std::string& name, const Hook& hook, const CommandLine& line) {
  const Message message{key, {{"hook", name}, {"place", hook.place()}}};
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(format_message(message, line.language()) + "\n");
    return kClean;
  });
}

int complain_and_fail(const Errors& errors, Language language) {
  complain(errors, language);
  return kTrouble;
}

// This program, wherever it was started from.
std::string own_path() {
  std::error_code problem;
  return std::filesystem::read_symlink("/proc/self/exe", problem).string();
}

int install(HookCommand& command, Hook& hook, const CommandLine& line) {
  command.options.program = own_path();
  const Result<void> done = hook.install(command.options);
  if (!done) return complain_and_fail(done.error(), line.language());
  return tell("hook.installed", command.name, hook, line);
}

int remove(const HookCommand& command, Hook& hook, const CommandLine& line) {
  if (!hook.is_installed()) return tell("hook.absent", command.name, hook, line);
  const Result<void> done = hook.remove();
  if (!done) return complain_and_fail(done.error(), line.language());
  return tell("hook.removed", command.name, hook, line);
}

int status(const HookCommand& command, const Hook& hook, const CommandLine& line) {
  const bool installed = hook.is_installed();
  const int told = tell(installed ? "hook.present" : "hook.absent", command.name, hook, line);
  return told == kClean && !installed ? kFindings : told;
}

// One at a time changes hooks, whatever they are: the program itself is what they wait for. Closed
// with the process.
void wait_for_others() {
  const int program = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (program >= 0) ::flock(program, LOCK_EX);
}

int run_action(HookCommand& command, const CommandLine& line) {
  if (command.action != "status") wait_for_others();
  const Result<std::unique_ptr<Hook>> hook = find_hook(command.name);
  if (!hook) return complain_and_fail(hook.error(), line.language());
  if (command.action == "install") return install(command, **hook, line);
  if (command.action == "remove") return remove(command, **hook, line);
  return status(command, **hook, line);
}

}  // namespace

int run_hook(const Arguments& arguments, Language language) {
  CommandLine line(kName, "help.hook", language);
  HookCommand command;
  line.add_text("ACTION", command.action, "help.hook.action");
  line.add_text("NAME", command.name, "help.hook.name");
  line.set_choices("ACTION", kActions);
  line.set_choices("NAME", hook_names());
  line.set_footer("help.hook.footer");
  const auto separator = std::find(arguments.begin(), arguments.end(), "--");
  if (const auto status = line.parse(Arguments(arguments.begin(), separator))) return *status;
  if (!is_known(command.action, kActions, line.language())) return kTrouble;
  if (!is_known(command.name, hook_names(), line.language())) return kTrouble;
  if (separator != arguments.end()) {
    command.options.options.assign(separator + 1, arguments.end());
  }
  return run_action(command, line);
}

}  // namespace postlint::cli
