#include "postlint/detect/checks/documents.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "postlint/base/ascii.h"
#include "postlint/detect/checks/written.h"

namespace postlint {
namespace {

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

}  // namespace

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

namespace {

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

}  // namespace

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
// letter O (Paspoortuitvoeringsregeling). At least two digits, so that no word passes that
// a digit follows.
std::optional<Span> check_document(std::string_view text, Span candidate) {
  const std::string number = alphanumerics_of(candidate.of(text));
  if (number.size() != 9 || !is_ascii_upper(number[0]) || !is_ascii_upper(number[1]) ||
      !is_ascii_digit(number[8]))
    return std::nullopt;
  const auto digits = std::count_if(number.begin(), number.end(), is_ascii_digit<char>);
  return accept_if(digits >= 2 && number.find('O') == std::string::npos, candidate);
}

}  // namespace postlint
