// What stands before every message of an exported WhatsApp chat: "[10-03-2025 07:42:30] ",
// "23-03-22 13:31 - ", "3/27/22, 9:41:35 PM - ". Its form follows the phone's language and system.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "postlint/ingest/timestamp.h"

namespace postlint {

enum class HeaderStyle : std::uint8_t {
  bracket,     // iOS: "[date time] "
  dash,        // Android: "date time - "
  colon,       // iOS before 2017: "date time: "
  time_first,  // copied from WhatsApp Web: "[time, date] "
};

struct WhatsAppHeader {
  HeaderStyle style = HeaderStyle::bracket;
  char separator = '-';
  bool padded = true;      // "03" rather than "3"
  bool half_days = false;  // AM and PM
  std::uint8_t year_digits = 4;
  bool year_first = false;
  int first = 0, second = 0, year = 0;  // day and month, in the order written
  std::uint8_t hour = 0, minute = 0, seconds = 0;
  std::size_t size = 0;  // bytes, with the space behind it

  // Headers of one chat nearly always have the same.
  std::uint32_t shape() const;
  bool possible(bool day_first) const;
  // Precondition: possible(day_first).
  Timestamp time(bool day_first) const;
};

// Reads the header that `line` begins with. Nothing if there is none, or its date is impossible in
// either order. Time without date, or a date without the mark that ends a header, is none.
std::optional<WhatsAppHeader> parse_whatsapp_header(std::string_view line);

}  // namespace postlint
