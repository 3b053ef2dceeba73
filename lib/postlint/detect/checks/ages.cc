#include "postlint/detect/checks/ages.h"

#include <array>
#include <utility>

#include "postlint/detect/checks/written.h"

namespace postlint {
namespace {

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

}  // namespace

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

}  // namespace postlint
