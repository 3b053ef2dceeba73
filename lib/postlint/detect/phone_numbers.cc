#include "postlint/detect/phone_numbers.h"

namespace postlint {
namespace {

constexpr std::size_t kTrunkDigits = 10;  // of a Dutch number with its 0

}  // namespace

std::optional<std::string> phone_key(std::string_view written) {
  std::string digits;
  bool plus = false;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    plus = plus || (c == '+' && digits.empty());
    // "+31 (0)6": a zero that is not dialled
    const bool optional_zero = !digits.empty() && c == '0' && written[i - 1] == '(' &&
                               written.substr(i + 1).starts_with(')');
    if (c >= '0' && c <= '9' && !optional_zero) digits += c;
  }
  if (digits.empty()) return std::nullopt;
  if (!plus && digits.starts_with("00")) {
    digits.erase(0, 2);
  } else if (!plus) {
    const bool subscriber = digits.size() == kTrunkDigits && digits.starts_with("0") &&
                            !digits.starts_with("0800") && !digits.starts_with("090");
    return subscriber ? "+31" + digits.substr(1) : digits;
  }
  if (digits.starts_with("310")) digits.erase(2, 1);
  return "+" + digits;
}

}  // namespace postlint
