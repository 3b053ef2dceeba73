// Options that bound what one run takes: --max-size.
#pragma once

#include <cstdint>
#include <string>

#include "command_line.h"
#include "streams.h"

namespace postlint::cli {

class Limits {
 public:
  void declare(CommandLine& line);

  // After parsing. False after a complaint.
  bool read(Language language);

  // Of one input, in bytes; at most kLargestDraft.
  std::uint64_t max_size() const { return max_size_; }

 private:
  std::string max_size_name_;
  std::uint64_t max_size_ = kLargestDraft;
};

}  // namespace postlint::cli
