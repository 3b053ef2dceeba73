// postlint: finds the subcommand and runs it. Without one it is `check`.

#include <algorithm>
#include <array>
#include <clocale>
#include <csignal>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "commands.h"
#include "environment.h"
#include "postlint/base/mapped_file.h"

namespace postlint::cli {
namespace {

// In the order of the manual.
struct Command {
  std::string_view name;
  int (*run)(const Arguments&, Language);
};

constexpr Command kCommands[] = {
    {"check", run_check},   {"fix", run_fix},
    {"scan", run_scan},     {"guard", run_guard},
    {"hook", run_hook},     {"baseline", run_baseline},
    {"rules", run_rules},   {"protocols", run_protocols},
    {"config", run_config}, {"eval", run_eval},
    {"help", run_help},
};

constexpr auto kNames = [] {
  std::array<std::string_view, std::size(kCommands)> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kCommands[i].name;
  return names;
}();

// A program started without standard streams must not get a draft's file as its "stdout": closed
// ones are opened so that using them fails.
void occupy_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    const int opened = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened != stream) std::abort();
  }
}

int run(Arguments arguments) {
  const Language language = language_to_speak(arguments);
  const std::string_view first = arguments.empty() ? std::string_view() : arguments.front();
  if (std::find(std::begin(kNames), std::end(kNames), first) == std::end(kNames)) {
    return run_check(arguments, language);
  }
  const std::string name(first);
  arguments.erase(arguments.begin());
  return run_command(name, arguments, language);
}

}  // namespace

std::span<const std::string_view> command_names() { return kNames; }

int run_command(std::string_view name, const Arguments& arguments, Language language) {
  const auto command = std::find_if(std::begin(kCommands), std::end(kCommands),
                                    [&](const Command& it) { return it.name == name; });
  return command->run(arguments, language);
}

}  // namespace postlint::cli

int main(int argc, char** argv) {
  postlint::cli::occupy_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(),
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may not grow
  postlint::MappedFile::survive_shrinking();
  std::setlocale(LC_MESSAGES, "");  // the system's reasons, in the user's language
  return postlint::cli::run(postlint::cli::Arguments(argv + 1, argv + argc));
}
