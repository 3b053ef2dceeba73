// When a message was sent, as its export says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postlint {

// Wall-clock time. Most chat exports name no time zone; then it is the exporter's own, and nothing
// is converted.
struct Timestamp {
  static constexpr std::int16_t kNoZone = INT16_MIN;

  std::int16_t year = 0;  // 0: unknown
  std::uint8_t month = 0, day = 0, hour = 0, minute = 0, second = 0;
  std::int16_t zone = kNoZone;  // minutes east of UTC

  bool known() const { return year != 0; }
  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

// True for a day of the Gregorian calendar in the years 1 to 9999.
bool is_date(int year, int month, int day);

// True if `a` comes before `b` on the clock; zones are not looked at.
bool earlier(const Timestamp& a, const Timestamp& b);

// ISO 8601: "2025-03-10T07:42:30", with "Z" or "+01:00" where the zone is known. Empty if unknown.
std::string to_string(const Timestamp& time);

// Reads what exports hold: ISO 8601 ("2025-03-10T07:42:30.123Z", a space for the T, without
// seconds, a date alone), Dutch and English numeric dates ("10-3-2025 7:42", "3/10/2025, 7:42:30
// PM" where only one order is possible, else day before month), and Unix time in s, ms or µs (in
// UTC).
std::optional<Timestamp> timestamp_from(std::string_view text);

// Seconds since 1970-01-01T00:00:00Z, in UTC. Nothing for years outside 1 to 9999.
std::optional<Timestamp> timestamp_from_unix(std::int64_t seconds);

// The other way; a time without a zone counts as one in UTC. The time must be known.
std::int64_t unix_seconds(const Timestamp& time);

// The Monday of a time's week (ISO 8601), as a date without time. The time must be known.
Timestamp monday_of(const Timestamp& time);

}  // namespace postlint
