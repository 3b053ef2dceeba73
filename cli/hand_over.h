// Handing a message on to the program that it was meant for.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "postlint/base/error.h"

namespace postlint::cli {

// Becomes the program `command`, found along $PATH, with `message` as its standard input. As the
// process stays the same, signals, job control and the exit status are those of the program itself.
// The message waits for it in memory, in an anonymous file that cannot change any more: however
// the program reads it, or whether it does, it never sees half a message, and nothing is on disk.
//
// Returns only if that cannot be done: guard.command-missing, guard.command-forbidden or
// guard.command-unstartable.
struct HandOverFailure {
  Error error;
  int status;  // as shells give it: 127 no such program, 126 cannot be run
};
HandOverFailure hand_over(std::string_view message, std::span<const std::string> command);

}  // namespace postlint::cli
