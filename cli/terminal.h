// The user's terminal, for a question, even where standard input is a pipe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <termios.h>

namespace postlint::cli {

// Not copyable. While it is open the terminal shows what is typed and hands it over line by line,
// whatever the program behind it (a mail program drawing its screen) had asked of it; afterwards it
// is as it was.
class Terminal {
 public:
  // Nothing if there is no terminal, or if we run in its background and would be stopped there.
  static std::optional<Terminal> open();

  Terminal(Terminal&& other) noexcept;
  Terminal& operator=(Terminal&& other) = delete;
  ~Terminal();

  // What was typed before the question is no answer to it and is thrown away. Nothing if the
  // terminal was closed, or for Ctrl-D.
  std::optional<std::string> ask(std::string_view question);

 private:
  Terminal(int descriptor, const termios& before) : descriptor_(descriptor), before_(before) {}

  int descriptor_;
  termios before_;
};

}  // namespace postlint::cli
