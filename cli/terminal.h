// The user's terminal, for a question, even where standard input is a pipe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postlint::cli {

// Not copyable.
class Terminal {
 public:
  // Nothing if there is no terminal; if we run in its background and would be stopped there; or if
  // a program draws its screen on it (does not read line by line) and would be drawn over.
  static std::optional<Terminal> open();

  Terminal(Terminal&& other) noexcept;
  Terminal& operator=(Terminal&& other) = delete;
  ~Terminal();

  // What was typed before the question is no answer to it and is thrown away. Nothing if the
  // terminal was closed, or for Ctrl-D.
  std::optional<std::string> ask(std::string_view question);

 private:
  explicit Terminal(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace postlint::cli
