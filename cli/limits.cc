#include "limits.h"

#include <optional>

#include "sizes.h"

namespace postlint::cli {
namespace {

std::optional<std::uint64_t> draft_size_from(std::string_view text) {
  const std::optional<std::uint64_t> bytes = size_from(text);
  return bytes && *bytes <= kLargestDraft ? bytes : std::nullopt;
}

}  // namespace

void Limits::declare(CommandLine& line) {
  line.add_text("--max-size", max_size_name_, "help.max-size");
}

bool Limits::read(Language language) {
  static constexpr std::string_view kSizes[] = {"64K", "10M", "1G"};
  return read_choice("--max-size", max_size_name_, kSizes, draft_size_from, language, max_size_);
}

}  // namespace postlint::cli
