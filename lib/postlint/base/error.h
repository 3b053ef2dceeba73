// What the user got wrong, and where. Bugs of ours are asserts, never Errors.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "postlint/base/message.h"

namespace postlint {

struct Error {
  std::string file;          // as the user named it; empty where no file is involved
  std::uint32_t line = 0;    // from 1; 0: the file as a whole
  std::uint32_t column = 0;  // code points from 1; 0: the line as a whole
  Message message;

  friend bool operator==(const Error&, const Error&) = default;
};

// All errors found in one go, in the order of the files and lines they stand in.
using Errors = std::vector<Error>;

}  // namespace postlint
