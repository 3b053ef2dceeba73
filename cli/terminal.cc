#include "terminal.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
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

termios for_typing(termios modes) {
  modes.c_iflag |= static_cast<tcflag_t>(ICRNL);
  modes.c_oflag |= static_cast<tcflag_t>(OPOST | ONLCR);
  modes.c_lflag |= static_cast<tcflag_t>(ICANON | ECHO | ISIG);
  return modes;
}

}  // namespace

std::optional<Terminal> Terminal::open() {
  const int descriptor = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return std::nullopt;
  termios before{};
  if (::tcgetpgrp(descriptor) != ::getpgrp() || ::tcgetattr(descriptor, &before) != 0) {
    ::close(descriptor);
    return std::nullopt;
  }
  const termios typing = for_typing(before);
  ::tcsetattr(descriptor, TCSADRAIN, &typing);
  return Terminal(descriptor, before);
}

Terminal::Terminal(Terminal&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), before_(other.before_) {}

Terminal::~Terminal() {
  if (descriptor_ < 0) return;
  ::tcsetattr(descriptor_, TCSADRAIN, &before_);
  ::close(descriptor_);
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
