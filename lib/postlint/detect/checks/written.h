// Numbers as people write them, with dots, spaces and dashes. Private to the checks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/span.h"

namespace postlint {

std::string digits_of(std::string_view text);

// Letters and digits, letters as capitals.
std::string alphanumerics_of(std::string_view text);

// The numbers that stand in a text, each with its count of digits; the value is that of the first
// nine.
struct Number {
  int value = 0;
  std::size_t digits = 0;
};
std::vector<Number> numbers_in(std::string_view text);

inline std::optional<Span> accept_if(bool valid, Span candidate) {
  return valid ? std::optional<Span>(candidate) : std::nullopt;
}

}  // namespace postlint
