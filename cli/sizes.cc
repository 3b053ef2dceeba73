#include "sizes.h"

#include <charconv>

#include <fmt/format.h>

namespace postlint::cli {
namespace {

constexpr std::string_view kUnits = "kmg";
constexpr unsigned kBitsEach = 10;

// "m", "mb", "mib" -> 20; 0 for "" and "b"; nothing for what is no unit.
std::optional<unsigned> shift_of(std::string unit) {
  for (char& c : unit) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (unit.empty() || unit == "b") return 0;
  const std::size_t place = kUnits.find(unit.front());
  const std::string_view rest = std::string_view(unit).substr(1);
  if (place == std::string_view::npos) return std::nullopt;
  if (!rest.empty() && rest != "b" && rest != "ib") return std::nullopt;
  return (static_cast<unsigned>(place) + 1) * kBitsEach;
}

}  // namespace

std::optional<std::uint64_t> size_from(std::string_view text) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 60;
  std::uint64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || number == 0) return std::nullopt;
  const std::optional<unsigned> shift = shift_of(std::string(end, text.data() + text.size()));
  if (!shift || number > (kMost >> *shift)) return std::nullopt;
  return number << *shift;
}

std::string shown_size(std::uint64_t bytes) {
  for (std::size_t unit = kUnits.size(); unit > 0; --unit) {
    const std::uint64_t size = std::uint64_t{1} << (unit * kBitsEach);
    if (bytes < size || bytes % size != 0) continue;
    return fmt::format("{} {}iB", bytes / size, static_cast<char>(kUnits[unit - 1] - 'a' + 'A'));
  }
  return fmt::format("{} bytes", bytes);
}

}  // namespace postlint::cli
