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
  // Where inputs are read piece by piece, as exports are, their size needs no bound.
  void declare(CommandLine& line, bool with_size = true);

  // After parsing. False after a complaint.
  bool read(Language language);

  // Of one input, in bytes; at most kLargestDraft.
  std::uint64_t max_size() const { return max_size_; }
  // Of the whole run; 0: none.
  std::chrono::milliseconds timeout() const { return timeout_; }
  // "limit.timeout"
  Message timed_out() const { return {"limit.timeout", {{"seconds", timeout_name_}}}; }

 private:
  std::string max_size_name_, timeout_name_;
  std::uint64_t max_size_ = kLargestDraft;
  std::chrono::milliseconds timeout_{0};
};

}  // namespace postlint::cli
