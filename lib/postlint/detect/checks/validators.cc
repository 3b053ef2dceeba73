#include "postlint/detect/checks/validators.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "postlint/base/ascii.h"
#include "postlint/detect/checks/wallets.h"
#include "postlint/text/phone_numbers.h"

namespace postlint {
namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_ascii_digit<char>);
  return digits;
}

// Letters and digits, letters as capitals.
std::string alphanumerics_of(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_ascii_digit(c) || is_ascii_upper(c) || is_ascii_lower(c)) result += to_ascii_upper(c);
  }
  return result;
}

std::optional<Span> accept_if(bool valid, Span candidate) {
  return valid ? std::optional<Span>(candidate) : std::nullopt;
}

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

// Payment cards: 13 to 19 digits with an issuer's first digit (ISO/IEC 7812), not all the same.
std::optional<Span> check_payment_card(std::string_view text, Span candidate) {
  const std::string digits = digits_of(candidate.of(text));
  if (digits.size() < 13 || digits.size() > 19) return std::nullopt;
  if (std::string_view("3456").find(digits.front()) == std::string_view::npos) return std::nullopt;
  const bool varied = digits.find_first_not_of(digits.front()) != std::string::npos;
  return accept_if(varied && passes_luhn(digits), candidate);
}

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

// IBAN, ISO 13616: the country gives the length, so what was swallowed behind it is given back.
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

// Kentekens: the series 1 to 14 of the RDW as shapes, X for a letter, 9 for a digit. From series 4
// on there are no vowels, no C and no Q; certain groups are never given out.
bool has_plate_shape(std::string_view shape) {
  constexpr std::string_view kShapes[] = {"XX9999", "9999XX", "99XX99", "XX99XX", "XXXX99",
                                          "99XXXX", "99XXX9", "9XXX99", "XX999X", "X999XX",
                                          "XXX99X", "X99XXX", "9XX999", "999XX9"};
  return std::find(std::begin(kShapes), std::end(kShapes), shape) != std::end(kShapes);
}

// Dashes divide letters from digits, and two pairs of one sort: AA-99-99, 99-XX-XX.
bool has_plate_dashes(std::string_view written) {
  std::array<std::string_view, 3> groups;
  std::size_t count = 0;
  while (!written.empty() && count < 3) {
    const std::size_t dash = std::min(written.find('-'), written.size());
    groups[count++] = written.substr(0, dash);
    written.remove_prefix(std::min(dash + 1, written.size()));
  }
  if (count != 3 || !written.empty()) return false;
  return std::all_of(groups.begin(), groups.end(), [](std::string_view group) {
    const auto digits =
        static_cast<std::size_t>(std::count_if(group.begin(), group.end(), is_ascii_digit<char>));
    return !group.empty() && group.size() <= 3 && (digits == 0 || digits == group.size());
  });
}

std::optional<Span> check_license_plate(std::string_view text, Span candidate) {
  constexpr std::string_view kNeverGiven[] = {"GVD", "KKK", "NSB", "PKK", "PSV", "TBS", "SS", "SD"};
  const std::string_view written = candidate.of(text);
  const std::string plate = alphanumerics_of(written);
  std::string shape;
  std::string letters;
  for (const char c : plate) {
    shape += is_ascii_digit(c) ? '9' : 'X';
    if (!is_ascii_digit(c)) letters += c;
  }
  if (!has_plate_shape(shape)) return std::nullopt;
  if (written.find('-') != std::string_view::npos && !has_plate_dashes(written))
    return std::nullopt;
  const bool old_series = shape == "XX9999" || shape == "9999XX" || shape == "99XX99";
  if (!old_series && letters.find_first_of("AEIOUCQ") != std::string::npos) return std::nullopt;
  const bool never =
      std::find(std::begin(kNeverGiven), std::end(kNeverGiven), letters) != std::end(kNeverGiven);
  return accept_if(!never, candidate);
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

// The numbers that stand in a text, each with its count of digits.
struct Number {
  int value = 0;
  std::size_t digits = 0;
};
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

// Days of a month of the Gregorian calendar.
int days_of(int month, int year) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

// Two digits mean a year of this century up to 39, else of the last one.
int full_year(Number year) {
  if (year.digits > 2) return year.value;
  return year.value < 40 ? 2000 + year.value : 1900 + year.value;
}

// A day that somebody can be born on: d-m-y, y-m-d, or day and year with the month in words.
std::optional<Span> check_date(std::string_view text, Span candidate) {
  auto numbers = numbers_in(candidate.of(text));
  if (numbers.size() == 3 && numbers.front().digits == 4)
    std::swap(numbers.front(), numbers.back());
  if (numbers.size() < 2 || numbers.size() > 3) return std::nullopt;
  const int year = full_year(numbers.back());
  const int month = numbers.size() == 3 ? numbers[1].value : 1;
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return std::nullopt;
  return accept_if(numbers.front().value >= 1 && numbers.front().value <= days_of(month, year),
                   candidate);
}

// Years that a person may count.
std::optional<Span> check_age(std::string_view text, Span candidate) {
  const auto numbers = numbers_in(candidate.of(text));
  if (numbers.empty()) return candidate;  // in words
  return accept_if(
      numbers.size() == 1 && numbers.front().value >= 1 && numbers.front().value <= 110, candidate);
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

// IMEI, 3GPP TS 23.003: fifteen digits, the last one by Luhn.
std::optional<Span> check_imei(std::string_view text, Span candidate) {
  const std::string digits = digits_of(candidate.of(text));
  return accept_if(digits.size() == 15 && passes_luhn(digits), candidate);
}

std::optional<Span> check_wallet(std::string_view text, Span candidate) {
  return accept_if(is_wallet(candidate.of(text)), candidate);
}

// Documents, ICAO 9303 part 3: weights 7, 3, 1; "<" counts nothing, A is 10.
bool has_mrz_check(std::string_view field, char check) {
  constexpr std::array<int, 3> kWeights = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    const int value = is_ascii_digit(c) ? c - '0' : is_ascii_upper(c) ? c - 'A' + 10 : 0;
    sum += value * kWeights[i % 3];
  }
  return check == static_cast<char>('0' + sum % 10);
}

// The machine-readable lines of passports (44 signs) and cards (30): number, birth and expiry with
// their check digits; a line of names has none.
std::optional<Span> check_mrz(std::string_view text, Span candidate) {
  const std::string_view line = candidate.of(text);
  const bool names = line.find("<<") != std::string_view::npos && !has_digit(line);
  if (names) return accept_if(line.size() >= 28, candidate);
  if (line.size() == 44) {
    return accept_if(
        has_mrz_check(line.substr(0, 9), line[9]) && has_mrz_check(line.substr(13, 6), line[19]),
        candidate);
  }
  if (line.size() != 30) return std::nullopt;
  const bool first_line = has_mrz_check(line.substr(5, 9), line[14]);
  const bool second_line =
      has_mrz_check(line.substr(0, 6), line[6]) && has_mrz_check(line.substr(8, 6), line[14]);
  return accept_if(first_line || second_line, candidate);
}

// Numbers of Dutch passports and identity cards: two letters, six letters or digits, a digit; no
// letter O (Paspoortuitvoeringsregeling). At least three digits, so that no word passes.
std::optional<Span> check_document(std::string_view text, Span candidate) {
  const std::string number = alphanumerics_of(candidate.of(text));
  if (number.size() != 9 || !is_ascii_upper(number[0]) || !is_ascii_upper(number[1]) ||
      !is_ascii_digit(number[8]))
    return std::nullopt;
  const auto digits = std::count_if(number.begin(), number.end(), is_ascii_digit<char>);
  return accept_if(digits >= 2 && number.find('O') == std::string::npos, candidate);
}

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

constexpr NamedValidator kValidators[] = {
    {"age", check_age},
    {"bsn", check_bsn},
    {"bsn-in-text", check_bsn_in_text},
    {"date", check_date},
    {"document", check_document},
    {"education-number", check_education_number},
    {"email", check_email},
    {"iban", check_iban},
    {"imei", check_imei},
    {"ip", check_ip},
    {"license-plate", check_license_plate},
    {"machine-key", check_machine_key},
    {"mrz", check_mrz},
    {"payment-card", check_payment_card},
    {"phone", check_phone},
    {"postcode", check_postcode},
    {"secret", check_secret},
    {"vat-id", check_vat_id},
    {"wallet", check_wallet},
};

}  // namespace

std::span<const NamedValidator> validators() { return kValidators; }

Validator find_validator(std::string_view name) {
  const auto found = std::find_if(std::begin(kValidators), std::end(kValidators),
                                  [&](const NamedValidator& it) { return it.name == name; });
  return found == std::end(kValidators) ? nullptr : found->check;
}

}  // namespace postlint
