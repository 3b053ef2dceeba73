// Options that bound what one run takes: --max-size, --timeout.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "command_line.h"
#include "streams.h"

namespace postlint::cli {

class RunLimits {
 public:
  // For inputs that are read whole: none may be larger than a draft.
  void declare(CommandLine& line);
  // For files that are read piece by piece, as exports are: their size has no bound of its own.
  void declare_for_files(CommandLine& line);

  // After parsing. False after a complaint.
  bool read(Language language);

  // Of one input, in bytes.
  std::uint64_t max_size() const { return max_size_; }
  // Of the whole run; 0: none.
  std::chrono::milliseconds timeout() const { return timeout_; }
  // "limit.timeout"
  Message timed_out() const { return {"limit.timeout", {{"seconds", timeout_name_}}}; }

 private:
  std::string max_size_name_, timeout_name_;
  std::uint64_t most_ = kLargestDraft;  // that max_size_ can be
  std::uint64_t max_size_ = kLargestDraft;
  std::chrono::milliseconds timeout_{0};
};

}  // namespace postlint::cli
