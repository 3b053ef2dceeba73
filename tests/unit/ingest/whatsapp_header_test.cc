#include "postlint/ingest/whatsapp_header.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

struct HeaderCase {
  const char* line;
  const char* day_first;  // its time; empty: impossible
  const char* month_first;
};

TEST(WhatsAppHeader, IsReadInEveryForm) {
  const HeaderCase cases[] = {
      {"[02-05-2022 16:21:32] A: b", "2022-05-02T16:21:32", "2022-02-05T16:21:32"},
      {"\u200E[02-05-2022 16:21:32] A: b", "2022-05-02T16:21:32", "2022-02-05T16:21:32"},
      {"23-03-2022 13:31 - A: b", "2022-03-23T13:31:00", ""},
      {"5/2/22, 16:21 - A: b", "2022-02-05T16:21:00", "2022-05-02T16:21:00"},
      {"[1/29/18, 12:24:03 PM] A: b", "", "2018-01-29T12:24:03"},
      {"1/9/18, 12:24\u202FAM - A: b", "2018-09-01T00:24:00", "2018-01-09T00:24:00"},
      {"29.01.18, 12:24 \u2013 A: b", "2018-01-29T12:24:00", ""},
      {"10/12/2024 à 14:30 - A: b", "2024-12-10T14:30:00", "2024-10-12T14:30:00"},
      {"20/6/2017 8:28 p.\u00A0m. - A: b", "2017-06-20T20:28:00", ""},
      {"13.06.18 21.25.15: A: b", "2018-06-13T21:25:15", ""},
      {"[16:22, 13-5-2022] A: b", "2022-05-13T16:22:00", ""},
      {"2024/12/10, 09:00 - A: b", "2024-10-12T09:00:00", "2024-12-10T09:00:00"},
      {"9/30/22, 23:59 PM - A: b", "", "2022-09-30T23:59:00"},
  };
  for (const HeaderCase& one : cases) {
    const auto header = parse_whatsapp_header(one.line);
    ASSERT_TRUE(header.has_value()) << one.line;
    EXPECT_EQ(header->possible(true) ? to_string(header->time(true)) : "", one.day_first)
        << one.line;
    EXPECT_EQ(header->possible(false) ? to_string(header->time(false)) : "", one.month_first)
        << one.line;
    EXPECT_EQ(std::string_view(one.line).substr(header->size), "A: b") << one.line;
  }
}

TEST(WhatsAppHeader, IsNothingElse) {
  for (const char* line :
       {"", "A: b", "2/11/19, 14:48 Alice: no end", "02-05-2022 - a date alone",
        "16:21 - a time alone", "99-99-2022 16:21 - no date", "02-05-2022 25:21 - no hour",
        "02-05-2022 16:61 - no minute", "02-05/2022 16:21 - two separators", "1-2-3-4 16:21 - x",
        "[02-05-2022 16:21:32 no bracket", "020-5-2022 16:21 - three digits",
        "0612345678 - a number", "[sic] - x", "[", "[\u200E"}) {
    EXPECT_FALSE(parse_whatsapp_header(line).has_value()) << line;
  }
}

}  // namespace
}  // namespace postlint
