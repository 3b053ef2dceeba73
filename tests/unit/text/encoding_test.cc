#include "postlint/text/encoding.h"

#include <string>

#include <gtest/gtest.h>

namespace postlint {
namespace {

// The edges of well-formed UTF-8: The Unicode Standard, table 3-7.
TEST(Encoding, KnowsWellFormedText) {
  for (const char* text : {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(is_utf8(text)) << text;
  EXPECT_TRUE(is_utf8(std::string(1, '\0')));
}

// Wherever it stands among bytes that are read eight at once.
TEST(Encoding, KnowsWhatIsNone) {
  for (const char* part :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xE2\x82", "\xED\xA0\x80",
        "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    for (std::size_t before = 0; before <= 17; ++before) {
      const std::string text = std::string(before, 'a') + part;
      EXPECT_FALSE(is_utf8(text)) << before;
      EXPECT_FALSE(is_utf8(text + std::string(17, 'a'))) << before;
    }
  }
}

}  // namespace
}  // namespace postlint
