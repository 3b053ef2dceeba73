#include "postlint/detect/checks/addresses.h"

#include <algorithm>
#include <string>

#include "postlint/base/ascii.h"
#include "postlint/detect/checks/wallets.h"
#include "postlint/detect/checks/written.h"
#include "postlint/text/phone_numbers.h"

namespace postlint {

std::optional<Span> check_phone(std::string_view text, Span candidate) {
  return accept_if(is_phone_number(candidate.of(text)), candidate);
}

// Postcode: not SA, SD, SS (Besluit postcode); letters as capitals or, if `text` has them so,
// small.
std::optional<Span> check_postcode(std::string_view text, Span candidate) {
  const std::string code = alphanumerics_of(candidate.of(text));
  if (code.size() != 6 || code.front() == '0') return std::nullopt;
  const std::string_view letters = std::string_view(code).substr(4);
  return accept_if(letters != "SA" && letters != "SD" && letters != "SS", candidate);
}

// E-mail addresses: RFC 5321's lengths, a domain of at least two labels, the last one of letters.
std::optional<Span> check_email(std::string_view text, Span candidate) {
  const std::string_view address = candidate.of(text);
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || address.size() > 254)
    return std::nullopt;
  const std::string_view local = address.substr(0, at);
  const std::string_view domain = address.substr(at + 1);
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos || domain.size() - dot < 3) return std::nullopt;
  const bool dots = local.find("..") == std::string_view::npos &&
                    domain.find("..") == std::string_view::npos && local.front() != '.' &&
                    local.back() != '.' && domain.front() != '.';
  return accept_if(dots && !is_ascii_digit(domain[dot + 1]), candidate);
}

// IPv4, RFC 791: four numbers up to 255 without leading zeros; 0.x and 255.255.255.255 are
// nobody's.
std::optional<Span> check_ip(std::string_view text, Span candidate) {
  const std::string_view written = candidate.of(text);
  const auto numbers = numbers_in(written);
  if (numbers.size() != 4) return std::nullopt;
  const bool in_range = std::all_of(numbers.begin(), numbers.end(), [](Number it) {
    return it.digits <= 3 && it.value <= 255 &&
           (it.digits == 1 || it.value >= (it.digits == 2 ? 10 : 100));
  });
  return accept_if(in_range && numbers.front().value != 0 && written != "255.255.255.255",
                   candidate);
}

std::optional<Span> check_wallet(std::string_view text, Span candidate) {
  return accept_if(is_wallet(candidate.of(text)), candidate);
}

}  // namespace postlint
