#include "terminal.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace postlint::cli {
namespace {

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count >= 0) text.remove_prefix(static_cast<std::size_t>(count));
    if (count < 0 && errno != EINTR) return false;
  }
  return true;
}

// Whether what is typed comes line by line.
bool reads_lines(int terminal) {
  termios modes{};
  return ::tcgetattr(terminal, &modes) == 0 && (modes.c_lflag & static_cast<tcflag_t>(ICANON)) != 0;
}

}  // namespace

std::optional<Terminal> Terminal::open() {
  const int descriptor = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return std::nullopt;
  if (::tcgetpgrp(descriptor) == ::getpgrp() && reads_lines(descriptor)) {
    return Terminal(descriptor);
  }
  ::close(descriptor);
  return std::nullopt;
}

Terminal::Terminal(Terminal&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Terminal::~Terminal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<std::string> Terminal::ask(std::string_view question) {
  constexpr std::size_t kLongest = 4096;  // what a terminal takes in one line
  ::tcflush(descriptor_, TCIFLUSH);
  if (!write_all(descriptor_, question)) return std::nullopt;
  char line[kLongest];
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, line, sizeof line);
  } while (count < 0 && errno == EINTR);
  if (count <= 0) return std::nullopt;
  const std::string_view answer(line, static_cast<std::size_t>(count));
  return std::string(answer.substr(0, answer.find('\n')));
}

}  // namespace postlint::cli
