#include "run_limits.h"

#include <charconv>
#include <limits>
#include <optional>

#include "sizes.h"

namespace postlint::cli {
namespace {

// Seconds, to the millisecond: "10", "0.5". A point in every locale.
std::optional<std::chrono::milliseconds> seconds_from(std::string_view text) {
  constexpr double kMost = 1e6, kMilliseconds = 1000;
  double seconds = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool whole = problem == std::errc() && end == text.data() + text.size();
  if (!whole || !(seconds * kMilliseconds >= 1) || seconds > kMost) return std::nullopt;
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * kMilliseconds));
}

}  // namespace

void RunLimits::declare(CommandLine& line) {
  line.add_text("--max-size", max_size_name_, "help.max-size");
  line.add_text("--timeout", timeout_name_, "help.timeout");
}

void RunLimits::declare_for_files(CommandLine& line) {
  most_ = max_size_ = std::numeric_limits<std::uint64_t>::max();
  line.add_text("--max-size", max_size_name_, "help.scan.max-size");
  line.add_text("--timeout", timeout_name_, "help.timeout");
}

bool RunLimits::read(Language language) {
  static constexpr std::string_view kSizes[] = {"64K", "10M", "1G"};
  static constexpr std::string_view kTimes[] = {"0.5", "10", "60"};
  bool size = read_choice("--max-size", max_size_name_, kSizes, size_from, language, max_size_);
  if (max_size_ > most_) {
    complain(unknown_value("--max-size", max_size_name_, kSizes), language);
    size = false;
  }
  return read_choice("--timeout", timeout_name_, kTimes, seconds_from, language, timeout_) && size;
}

}  // namespace postlint::cli
