#include "postlint/detect/checks/written.h"

#include <algorithm>
#include <iterator>

#include "postlint/base/ascii.h"

namespace postlint {

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_ascii_digit<char>);
  return digits;
}

std::string alphanumerics_of(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_ascii_digit(c) || is_ascii_upper(c) || is_ascii_lower(c)) result += to_ascii_upper(c);
  }
  return result;
}

std::vector<Number> numbers_in(std::string_view text) {
  std::vector<Number> numbers;
  bool inside = false;
  for (const char c : text) {
    if (is_ascii_digit(c)) {
      if (!inside) numbers.emplace_back();
      Number& last = numbers.back();
      if (++last.digits <= 9) last.value = last.value * 10 + (c - '0');
    }
    inside = is_ascii_digit(c);
  }
  return numbers;
}

}  // namespace postlint
