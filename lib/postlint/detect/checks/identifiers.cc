#include "postlint/detect/checks/identifiers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "postlint/base/ascii.h"
#include "postlint/detect/checks/written.h"

namespace postlint {
namespace {

// 9a + 8b + ... + 2h - i over nine digits.
int eleven_sum(std::string_view digits) {
  int sum = 0;
  for (int i = 0; i < 8; ++i) sum += (9 - i) * (digits[static_cast<std::size_t>(i)] - '0');
  return sum - (digits[8] - '0');
}

// Eight digits are nine with a leading zero left off.
std::string nine_digits(std::string_view text) {
  std::string digits = digits_of(text);
  if (digits.size() == 8) digits.insert(0, 1, '0');
  return digits;
}

}  // namespace

// Burgerservicenummer: the eleven-test of the Logisch Ontwerp BSN; numbers of nothing but zeros,
// and those under 10,000,000, are not given out.
std::optional<Span> check_bsn(std::string_view text, Span candidate) {
  const std::string digits = nine_digits(candidate.of(text));
  if (digits.size() != 9 || digits.starts_with("00")) return std::nullopt;
  return accept_if(eleven_sum(digits) % 11 == 0, candidate);
}

// The same, or a btw-id of the old form, which holds one.
std::optional<Span> check_bsn_in_text(std::string_view text, Span candidate) {
  const std::string written = alphanumerics_of(candidate.of(text));
  const bool is_vat_id = written.size() == 14 && written.starts_with("NL");
  const std::string digits = is_vat_id ? written.substr(2, 9) : digits_of(written);
  if (digits.size() != 9 || digits.starts_with("00")) return std::nullopt;
  return accept_if(eleven_sum(digits) % 11 == 0, candidate);
}

// Onderwijsnummer (DUO): nine digits that begin with 10, the same sum leaves 5.
std::optional<Span> check_education_number(std::string_view text, Span candidate) {
  const std::string digits = digits_of(candidate.of(text));
  if (digits.size() != 9 || !digits.starts_with("10")) return std::nullopt;
  return accept_if(eleven_sum(digits) % 11 == 5, candidate);
}

namespace {

// Luhn, ISO/IEC 7812-1 annex B.
bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int value = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

}  // namespace

// Payment cards: 13 to 19 digits with an issuer's first digit (ISO/IEC 7812), not all the same.
std::optional<Span> check_payment_card(std::string_view text, Span candidate) {
  const std::string digits = digits_of(candidate.of(text));
  if (digits.size() < 13 || digits.size() > 19) return std::nullopt;
  if (std::string_view("3456").find(digits.front()) == std::string_view::npos) return std::nullopt;
  const bool varied = digits.find_first_not_of(digits.front()) != std::string::npos;
  return accept_if(varied && passes_luhn(digits), candidate);
}

namespace {

// Length of an IBAN by country: SWIFT's IBAN registry.
struct IbanCountry {
  std::string_view code;
  std::size_t length;
};
constexpr std::array<IbanCountry, 84> kIbanCountries = {{
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24},
    {"DE", 22}, {"DJ", 27}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18},
    {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28},
    {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30},
    {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21},
    {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MN", 20}, {"MR", 27}, {"MT", 31},
    {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23}, {"PK", 24}, {"PL", 28}, {"PS", 29},
    {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24}, {"SC", 31}, {"SD", 18},
    {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28}, {"TL", 23},
    {"TN", 24}, {"TR", 26}, {"UA", 29}, {"XK", 20},
}};

// ISO 7064 MOD 97-10 over letters (A = 10 ... Z = 35) and digits.
std::uint32_t mod97(std::string_view alphanumerics) {
  std::uint32_t remainder = 0;
  for (const char c : alphanumerics) {
    const auto value = static_cast<std::uint32_t>(is_ascii_digit(c) ? c - '0' : c - 'A' + 10);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return remainder;
}

// Where the first `count` letters and digits of a span end.
std::uint32_t end_of(std::string_view text, Span span, std::size_t count) {
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const char c = text[i];
    if ((is_ascii_digit(c) || is_ascii_upper(c) || is_ascii_lower(c)) && --count == 0) return i + 1;
  }
  return span.end;
}

}  // namespace

// IBAN, ISO 13616: the country gives the length, so what was swallowed after it is given back.
std::optional<Span> check_iban(std::string_view text, Span candidate) {
  std::string number = alphanumerics_of(candidate.of(text));
  if (number.size() < 5) return std::nullopt;
  const auto country =
      std::find_if(kIbanCountries.begin(), kIbanCountries.end(),
                   [&](const IbanCountry& it) { return number.starts_with(it.code); });
  if (country == kIbanCountries.end() || number.size() < country->length) return std::nullopt;
  number.resize(country->length);
  const bool dutch_shape =
      country->code != "NL" ||
      (std::all_of(number.begin() + 4, number.begin() + 8, is_ascii_upper<char>) &&
       std::all_of(number.begin() + 8, number.end(), is_ascii_digit<char>));
  if (!dutch_shape || mod97(number.substr(4) + number.substr(0, 4)) != 1) return std::nullopt;
  return Span{candidate.begin, end_of(text, candidate, country->length)};
}

// Btw-identificatienummer of a person: NL, nine digits, B, two digits. The old form holds a BSN;
// the new one (2020) passes MOD 97-10 over the whole, A = 10 ... Z = 35.
std::optional<Span> check_vat_id(std::string_view text, Span candidate) {
  const std::string number = alphanumerics_of(candidate.of(text));
  const std::string digits = digits_of(number.substr(number.starts_with("NL") ? 2 : 0, 9));
  if (digits.size() != 9) return std::nullopt;
  const std::string whole = number.starts_with("NL") ? number : "NL" + number;
  return accept_if(eleven_sum(digits) % 11 == 0 || mod97(whole) == 1, candidate);
}

// IMEI, 3GPP TS 23.003: fifteen digits, the last one by Luhn.
std::optional<Span> check_imei(std::string_view text, Span candidate) {
  const std::string digits = digits_of(candidate.of(text));
  return accept_if(digits.size() == 15 && passes_luhn(digits), candidate);
}

}  // namespace postlint
