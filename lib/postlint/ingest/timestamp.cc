#include "postlint/ingest/timestamp.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <tuple>

#include <fmt/format.h>

#include "postlint/base/ascii.h"

namespace postlint {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day date_of(int year, int month, int day) {
  return chrono::year{year} / chrono::month{static_cast<unsigned>(month)} /
         chrono::day{static_cast<unsigned>(day)};
}

void set_date(chrono::sys_days days, Timestamp& time) {
  const chrono::year_month_day date(days);
  time.year = static_cast<std::int16_t>(static_cast<int>(date.year()));
  time.month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month()));
  time.day = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()));
}

// Reads numbers and marks from the left.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  char peek() const { return text_.empty() ? '\0' : text_.front(); }

  bool skip(char c) {
    if (peek() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  void skip_spaces() {
    while (skip(' ') || skip(',') || skip('\t')) {
    }
  }
  // A number of at most `digits` digits; how many there were in `count`.
  std::optional<int> number(std::size_t digits, std::size_t& count) {
    int value = 0;
    count = 0;
    while (count < digits && is_ascii_digit(peek())) {
      value = value * 10 + (peek() - '0');
      text_.remove_prefix(1);
      ++count;
    }
    return count > 0 ? std::optional(value) : std::nullopt;
  }
  std::optional<int> number(std::size_t digits) {
    std::size_t count = 0;
    return number(digits, count);
  }

 private:
  std::string_view text_;
};

struct DatePart {
  int value = 0;
  std::size_t digits = 0;
};

bool assign_date(int year, int month, int day, Timestamp& time) {
  if (!is_date(year, month, day)) return false;
  set_date(chrono::sys_days(date_of(year, month, day)), time);
  return true;
}

bool read_date(Cursor& cursor, Timestamp& time) {
  std::array<DatePart, 3> parts;
  char separator = '\0';
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 1) separator = cursor.peek();
    if (i > 0 &&
        ((separator != '-' && separator != '/' && separator != '.') || !cursor.skip(separator)))
      return false;
    const auto value = cursor.number(4, parts[i].digits);
    if (!value) return false;
    parts[i].value = *value;
  }
  const auto [a, b, c] = std::tuple(parts[0].value, parts[1].value, parts[2].value);
  if (parts[0].digits == 4) return assign_date(a, b, c, time);
  const int year = parts[2].digits == 4 ? c : 2000 + c;
  if (b > 12) return assign_date(year, a, b, time);
  return assign_date(year, b, a, time);
}

bool read_half_of_day(Cursor& cursor, Timestamp& time) {
  cursor.skip_spaces();
  const char c = static_cast<char>(cursor.peek() | 0x20);
  if (c != 'a' && c != 'p') return true;
  cursor.skip(cursor.peek());
  if (!cursor.skip('M') && !cursor.skip('m')) return false;
  if (time.hour == 12) time.hour = 0;
  if (c == 'p' && time.hour < 12) time.hour = static_cast<std::uint8_t>(time.hour + 12);
  return true;
}

bool read_zone(Cursor& cursor, Timestamp& time) {
  cursor.skip_spaces();
  if (cursor.skip('Z') || cursor.skip('U')) time.zone = 0;  // "UTC"
  const char sign = cursor.peek();
  if (sign != '+' && sign != '-') return true;
  cursor.skip(sign);
  const auto hours = cursor.number(2);
  cursor.skip(':');
  const auto minutes = cursor.number(2);
  if (!hours || *hours > 14) return false;
  const int offset = *hours * 60 + minutes.value_or(0);
  time.zone = static_cast<std::int16_t>(sign == '-' ? -offset : offset);
  return true;
}

bool read_seconds(Cursor& cursor, Timestamp& time) {
  if (!cursor.skip(':')) return true;
  const auto second = cursor.number(2);
  if (!second || *second > 60) return false;
  time.second = static_cast<std::uint8_t>(std::min(*second, 59));  // a leap second
  if (cursor.skip('.') || cursor.skip(',')) cursor.number(9);
  return true;
}

bool read_time(Cursor& cursor, Timestamp& time) {
  const auto hour = cursor.number(2);
  if (!hour || *hour > 24 || !cursor.skip(':')) return false;
  const auto minute = cursor.number(2);
  if (!minute || *minute > 59) return false;
  time.hour = static_cast<std::uint8_t>(*hour % 24);
  time.minute = static_cast<std::uint8_t>(*minute);
  return read_seconds(cursor, time) && read_half_of_day(cursor, time) && read_zone(cursor, time);
}

// Seconds, milliseconds and microseconds of our times differ in their number of digits.
std::optional<Timestamp> from_unix_digits(std::string_view text) {
  std::int64_t value = 0;
  const char* const text_end = text.data() + text.size();
  const auto [end, problem] = std::from_chars(text.data(), text_end, value);
  if (problem != std::errc() || (end != text_end && *end != '.')) return std::nullopt;
  const std::size_t digits = static_cast<std::size_t>(end - text.data());
  if (digits > 14) return timestamp_from_unix(value / 1'000'000);
  if (digits > 11) return timestamp_from_unix(value / 1'000);
  return timestamp_from_unix(value);
}

}  // namespace

bool is_date(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && day >= 1 && date_of(year, month, day).ok();
}

bool earlier(const Timestamp& a, const Timestamp& b) {
  return std::tie(a.year, a.month, a.day, a.hour, a.minute, a.second) <
         std::tie(b.year, b.month, b.day, b.hour, b.minute, b.second);
}

std::string to_string(const Timestamp& time) {
  if (!time.known()) return "";
  std::string out = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", time.year, time.month,
                                time.day, time.hour, time.minute, time.second);
  if (time.zone == 0) out += 'Z';
  if (time.zone == 0 || time.zone == Timestamp::kNoZone) return out;
  const int zone = std::abs(time.zone);
  return out + fmt::format("{}{:02}:{:02}", time.zone < 0 ? '-' : '+', zone / 60, zone % 60);
}

std::optional<Timestamp> timestamp_from(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return std::nullopt;
  text.remove_prefix(first);
  text = text.substr(0, text.find_last_not_of(" \t\r") + 1);
  const auto digits = text.find_first_not_of("0123456789");
  if (std::min(digits, text.size()) >= 9) return from_unix_digits(text);
  Cursor cursor(text);
  Timestamp time;
  if (!read_date(cursor, time)) return std::nullopt;
  cursor.skip('T');
  cursor.skip_spaces();
  if (!cursor.at_end() && !read_time(cursor, time)) return std::nullopt;
  return time;
}

std::optional<Timestamp> timestamp_from_unix(std::int64_t seconds) {
  constexpr std::int64_t kFirst = -62'135'596'800, kLast = 253'402'300'799;  // years 1 and 9999
  if (seconds < kFirst || seconds > kLast) return std::nullopt;
  const chrono::sys_seconds moment{chrono::seconds(seconds)};
  const auto days = chrono::floor<chrono::days>(moment);
  const chrono::hh_mm_ss clock(moment - days);
  Timestamp time;
  set_date(days, time);
  time.hour = static_cast<std::uint8_t>(clock.hours().count());
  time.minute = static_cast<std::uint8_t>(clock.minutes().count());
  time.second = static_cast<std::uint8_t>(clock.seconds().count());
  time.zone = 0;
  return time;
}

std::int64_t unix_seconds(const Timestamp& time) {
  const chrono::sys_days day(date_of(time.year, time.month, time.day));
  const int zone = time.zone == Timestamp::kNoZone ? 0 : time.zone;
  return chrono::sys_seconds(day).time_since_epoch().count() +
         (time.hour * 60 + time.minute - zone) * 60 + time.second;
}

Timestamp monday_of(const Timestamp& time) {
  const chrono::sys_days day(date_of(time.year, time.month, time.day));
  const chrono::weekday weekday(day);
  Timestamp monday;
  set_date(day - (weekday - chrono::Monday), monday);
  return monday;
}

}  // namespace postlint
