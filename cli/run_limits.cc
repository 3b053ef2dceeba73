#include "run_limits.h"

#include <charconv>
#include <optional>

#include "sizes.h"

namespace postlint::cli {
namespace {

std::optional<std::uint64_t> draft_size_from(std::string_view text) {
  const std::optional<std::uint64_t> bytes = size_from(text);
  return bytes && *bytes <= kLargestDraft ? bytes : std::nullopt;
}

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

void RunLimits::declare(CommandLine& line, bool with_size) {
  if (with_size) line.add_text("--max-size", max_size_name_, "help.max-size");
  line.add_text("--timeout", timeout_name_, "help.timeout");
}

bool RunLimits::read(Language language) {
  static constexpr std::string_view kSizes[] = {"64K", "10M", "1G"};
  static constexpr std::string_view kTimes[] = {"0.5", "10", "60"};
  const bool size =
      read_choice("--max-size", max_size_name_, kSizes, draft_size_from, language, max_size_);
  return read_choice("--timeout", timeout_name_, kTimes, seconds_from, language, timeout_) && size;
}

}  // namespace postlint::cli
