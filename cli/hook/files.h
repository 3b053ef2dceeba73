// Files that hooks write: whole, or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "postlint/base/result.h"

namespace postlint::cli {

// Puts `text` in the place of `path` in one step: whoever reads it sees the old or the new file.
// Makes its folder if that is missing. Errors: hook.unwritable.
Result<void> replace_file(const std::string& path, std::string_view text, mode_t mode);

// hook.unwritable with the system's reason (errno).
Error unwritable(const std::string& path, int problem);

// Nothing for a file that is not there or cannot be read.
std::optional<std::string> read_file(const std::string& path);

// What a program writes to standard output, without the line end; it gets no input and its standard
// error is not shown. Nothing if it does not exist.
struct ProgramOutput {
  std::string text;
  int status = 0;
};
std::optional<ProgramOutput> output_of(const std::vector<std::string>& command);

// 'it'\''s': a word for the shell.
std::string shell_quoted(std::string_view word);

}  // namespace postlint::cli
