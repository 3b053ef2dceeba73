#include "postlint/detect/checks/secrets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "postlint/base/ascii.h"
#include "postlint/detect/checks/written.h"

namespace postlint {
namespace {

// Shannon entropy in bits a character (C. E. Shannon, A Mathematical Theory of Communication, 1948,
// section 6), of the characters as this text has them: 0 for "xxxx", at most log2 of its length.
double entropy(std::string_view text) {
  std::array<int, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const int count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

}  // namespace

// A secret that someone could type in: mixes sorts of characters, or holds digits, and is no filler
// such as "xxxx" or "1234567890" twice the same.
std::optional<Span> check_secret(std::string_view text, Span candidate) {
  const std::string_view secret = candidate.of(text);
  if (secret.size() < 4) return std::nullopt;
  const bool digit = std::any_of(secret.begin(), secret.end(), is_ascii_digit<char>);
  const bool lower = std::any_of(secret.begin(), secret.end(), is_ascii_lower<char>);
  const bool upper_inside = std::any_of(secret.begin() + 1, secret.end(), is_ascii_upper<char>);
  const bool sign = std::any_of(secret.begin(), secret.end() - 1, [](char c) {
    return std::string_view("!@#$%^&*_+=?~").find(c) != std::string_view::npos;
  });
  const int sorts = (digit ? 1 : 0) + (lower ? 1 : 0) + (upper_inside ? 1 : 0) + (sign ? 1 : 0);
  return accept_if((digit || sorts >= 2) && entropy(secret) >= 1.5, candidate);
}

// A key that a machine made: letters and digits, long, and close to random. Random hex comes to 3.3
// bits at 16 characters and to 4 in the end, base64 to 3.7 and 6; words written together reach that
// as well, but have no digits, and fillers have but few characters.
std::optional<Span> check_machine_key(std::string_view text, Span candidate) {
  constexpr std::size_t kShortest = 16;
  constexpr double kLeastBits = 3.0;
  const std::string_view key = candidate.of(text);
  const bool mixed =
      std::any_of(key.begin(), key.end(), is_ascii_digit<char>) &&
      std::any_of(key.begin(), key.end(), [](char c) { return is_ascii_upper(to_ascii_upper(c)); });
  return accept_if(key.size() >= kShortest && mixed && entropy(key) >= kLeastBits, candidate);
}

}  // namespace postlint
