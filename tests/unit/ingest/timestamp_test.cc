#include "postlint/ingest/timestamp.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

std::string read(std::string_view text) {
  const auto time = timestamp_from(text);
  return time ? to_string(*time) : "";
}

TEST(Timestamp, IsReadAsExportsWriteIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"2025-03-10T07:42:30", "2025-03-10T07:42:30"},
      {"2025-03-10T07:42:30.123Z", "2025-03-10T07:42:30Z"},
      {"2025-03-10 07:42+01:00", "2025-03-10T07:42:00+01:00"},
      {"2025-03-10T07:42:30-0330", "2025-03-10T07:42:30-03:30"},
      {"2025-03-10", "2025-03-10T00:00:00"},
      {"10-3-2025 7:42", "2025-03-10T07:42:00"},
      {"3/25/2025, 7:42:30 PM", "2025-03-25T19:42:30"},
      {"2025-03-10 07:42:30 UTC", "2025-03-10T07:42:30Z"},
      {"1741592550", "2025-03-10T07:42:30Z"},
      {"1741592550123", "2025-03-10T07:42:30Z"},
      {"1741592550.000100", "2025-03-10T07:42:30Z"},
  };
  for (const auto& [text, time] : cases) EXPECT_EQ(read(text), time) << text;
}

TEST(Timestamp, IsNothingElse) {
  for (const char* text :
       {"", " ", "gisteren", "2025-13-10", "2025-02-30", "10-3", "2025-03-10T25:00",
        "2025-03-10T07:61", "99999999999999999999", "1/2-2025"}) {
    EXPECT_EQ(read(text), "") << text;
  }
}

TEST(Timestamp, IsAnInstantWithItsZone) {
  constexpr std::int64_t kInstant = 1741592550;
  for (const char* text : {"2025-03-10T07:42:30", "2025-03-10T07:42:30Z",
                           "2025-03-10T08:42:30+01:00", "2025-03-10T03:12:30-0430"}) {
    EXPECT_EQ(unix_seconds(*timestamp_from(text)), kInstant) << text;
  }
  EXPECT_EQ(unix_seconds(*timestamp_from_unix(-1)), -1);
}

TEST(Timestamp, KnowsItsWeek) {
  EXPECT_EQ(to_string(monday_of(*timestamp_from("2025-03-16T23:59:59"))), "2025-03-10T00:00:00");
  EXPECT_EQ(to_string(monday_of(*timestamp_from("2025-01-01"))), "2024-12-30T00:00:00");
}

}  // namespace
}  // namespace postlint
