#include "hand_over.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace postlint::cli {
namespace {

// The message as standard input. Returns 0, or errno.
int provide(std::string_view message) {
  const int file = ::memfd_create("postlint", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return errno;
  while (!message.empty()) {
    const ssize_t count = ::write(file, message.data(), message.size());
    if (count >= 0) message.remove_prefix(static_cast<std::size_t>(count));
    if (count < 0 && errno != EINTR) return errno;
  }
  constexpr int kUnchanging = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
  if (::lseek(file, 0, SEEK_SET) != 0 || ::fcntl(file, F_ADD_SEALS, kUnchanging) != 0) return errno;
  return ::dup2(file, STDIN_FILENO) < 0 ? errno : 0;
}

HandOverFailure failure_of(int problem, const std::string& command) {
  constexpr int kCannotRun = 126, kNotFound = 127;
  const std::string reason = std::strerror(problem);
  if (problem == ENOENT) {
    return {{"", 0, 0, {"guard.command-missing", {{"command", command}}}}, kNotFound};
  }
  return {{"", 0, 0, {"guard.command-unstartable", {{"command", command}, {"reason", reason}}}},
          kCannotRun};
}

}  // namespace

HandOverFailure hand_over(std::string_view message, std::span<const std::string> command) {
  if (const int problem = provide(message); problem != 0) {
    return failure_of(problem, command.front());
  }
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_DFL);  // ours to ignore
  ::execvp(arguments.front(), arguments.data());
  return failure_of(errno, command.front());
}

}  // namespace postlint::cli
