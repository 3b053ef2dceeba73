#include "hook/files.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "streams.h"

extern char** environ;

namespace postlint::cli {
namespace {

// Returns 0, or errno.
int write_new(const std::string& path, std::string_view text, mode_t mode) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (file < 0) return errno;
  int problem = ::fchmod(file, mode) == 0 ? 0 : errno;
  while (problem == 0 && !text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count >= 0) text.remove_prefix(static_cast<std::size_t>(count));
    if (count < 0 && errno != EINTR) problem = errno;
  }
  if (problem == 0 && ::fsync(file) != 0) problem = errno;
  if (::close(file) != 0 && problem == 0) problem = errno;
  return problem;
}

std::string read_to_end(int descriptor) {
  std::string text;
  char buffer[4096];
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    text.append(buffer, static_cast<std::size_t>(count));
  }
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// Returns the child, or nothing.
std::optional<pid_t> start(const std::vector<std::string>& command, int output) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int problem =
      ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return problem == 0 ? std::optional(child) : std::nullopt;
}

}  // namespace

Error unwritable(const std::string& path, int problem) {
  return {path, 0, 0, {"hook.unwritable", {{"reason", std::string(std::strerror(problem))}}}};
}

Result<void> replace_file(const std::string& path, std::string_view text, mode_t mode) {
  std::error_code trouble;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), trouble);
  if (trouble) return failure(unwritable(path, trouble.value()));
  const std::string fresh = path + ".postlint-new-" + std::to_string(::getpid());
  int problem = write_new(fresh, text, mode);
  if (problem == 0 && ::rename(fresh.c_str(), path.c_str()) != 0) problem = errno;
  if (problem == 0) return {};
  ::unlink(fresh.c_str());
  return failure(unwritable(path, problem));
}

std::optional<std::string> read_file(const std::string& path) {
  Result<Input> input = read_input(path);
  return input ? std::optional(std::move(input->text)) : std::nullopt;
}

std::optional<ProgramOutput> output_of(const std::vector<std::string>& command) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  const std::optional<pid_t> child = start(command, ends[1]);
  ::close(ends[1]);
  ProgramOutput output{child ? read_to_end(ends[0]) : "", 0};
  ::close(ends[0]);
  if (!child) return std::nullopt;
  while (::waitpid(*child, &output.status, 0) < 0 && errno == EINTR) {
  }
  return output;
}

std::string shell_quoted(std::string_view word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace postlint::cli
