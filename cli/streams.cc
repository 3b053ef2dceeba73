#include "streams.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sizes.h"

namespace postlint::cli {
namespace {

// Room for what a file says it holds; pipes say nothing.
void reserve_for(int descriptor, std::uint64_t limit, std::string& text) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size <= limit) text.reserve(size + 1);
}

}  // namespace

Message unreadable(int problem, std::uint64_t limit) {
  switch (problem) {
    case ENOENT:
    case ENOTDIR:
      return {"file.missing", {{"hint", ""}}};
    case EISDIR:
      return {"file.directory", {}};
    case EACCES:
    case EPERM:
      return {"file.forbidden", {}};
    case EFBIG:
      return {"file.too-large", {{"limit", shown_size(limit)}}};
    default:
      return {"file.unreadable", {{"reason", std::string(std::strerror(problem))}}};
  }
}

int read_all(int descriptor, std::uint64_t limit, std::string& text) {
  reserve_for(descriptor, limit, text);
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count == 0) return 0;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    text.append(buffer, static_cast<std::size_t>(count));
    if (text.size() > limit) return EFBIG;
  }
}

Result<Input> read_input(const std::string& path, std::uint64_t limit) {
  const bool standard = path == "-";
  Input input{standard ? "<stdin>" : path, ""};
  const int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  int problem = descriptor < 0 ? errno : read_all(descriptor, limit, input.text);
  if (!standard && descriptor >= 0) ::close(descriptor);
  if (problem != 0) return failure({input.name, 0, 0, unreadable(problem, limit)});
  return input;
}

std::optional<Error> overwrites_input(const std::string& output,
                                      std::span<const std::string> inputs) {
  struct stat goal {};
  if (output.empty() || ::stat(output.c_str(), &goal) != 0 || !S_ISREG(goal.st_mode))
    return std::nullopt;
  for (const std::string& input : inputs) {
    struct stat source {};
    if (::stat(input.c_str(), &source) == 0 && source.st_dev == goal.st_dev &&
        source.st_ino == goal.st_ino)
      return Error{output, 0, 0, {"output.is-input", {}}};
  }
  return std::nullopt;
}

Output::Output(int descriptor, std::string path)
    : descriptor_(descriptor), path_(std::move(path)) {}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      problem_(other.problem_) {}

Output::~Output() {
  if (descriptor_ >= 0 && !path_.empty()) ::close(descriptor_);
}

Result<Output> Output::open(const std::string& path) {
  if (path.empty()) return Output(STDOUT_FILENO, "");
  constexpr mode_t kReadableForAll = 0666;  // less the user's umask
  const int descriptor =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kReadableForAll);
  Output output(descriptor, path);
  if (descriptor < 0) {
    output.problem_ = errno;
    return tl::unexpected<Errors>(output.finish().error());
  }
  return output;
}

void Output::write(std::string_view text) {
  while (problem_ == 0 && !text.empty()) {
    const ssize_t count = ::write(descriptor_, text.data(), text.size());
    if (count >= 0) text.remove_prefix(static_cast<std::size_t>(count));
    if (count < 0 && errno != EINTR) problem_ = errno;
  }
}

Result<void> Output::finish() {
  if (problem_ == 0 || problem_ == EPIPE) return {};
  return failure(
      {path_, 0, 0, {"output.unwritable", {{"reason", std::string(std::strerror(problem_))}}}});
}

}  // namespace postlint::cli
