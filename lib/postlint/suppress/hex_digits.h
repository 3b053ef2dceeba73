// Bytes as hexadecimal digits, small ones.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace postlint {

template <std::size_t N>
std::string hex_digits(const std::array<std::uint8_t, N>& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (const std::uint8_t byte : bytes) {
    digits += kDigits[byte >> 4];
    digits += kDigits[byte & 0xF];
  }
  return digits;
}

// False if `digits` are not as many as fit, or others than hex_digits() writes.
template <std::size_t N>
bool from_hex_digits(std::string_view digits, std::array<std::uint8_t, N>& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (digits.size() != 2 * N || digits.find_first_not_of(kDigits) != std::string_view::npos)
    return false;
  for (std::size_t i = 0; i < N; ++i) {
    const std::size_t high = kDigits.find(digits[2 * i]), low = kDigits.find(digits[2 * i + 1]);
    bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return true;
}

}  // namespace postlint
