#include "postlint/report/printable.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

using namespace std::string_view_literals;

struct Case {
  std::string_view text;
  std::string_view shown;
};

TEST(Printable, ShowsWhatATerminalWouldObey) {
  constexpr Case kCases[] = {
      {"", ""},
      {"gewoon 'n zin", "gewoon 'n zin"},
      {"Zoë 👩‍👧 e\u0301", "Zoë 👩‍👧 e\u0301"},
      {"a\tb", "a b"},
      {"\x1B[31mrood", "␛[31mrood"},
      {"\0"sv, "␀"},
      {"\x7F", "␡"},
      {"a\r\nb", "a␍␊b"},
      {"\u0085\u009B", "\uFFFD\uFFFD"},  // next line, one-byte CSI
      {"\u2028\u2029", "\uFFFD\uFFFD"},
      {"a\u202Eb\u2066c\u200Fd", "a\uFFFDb\uFFFDc\uFFFDd"},
      {"\xFF\xC3", "\uFFFD\uFFFD"},
      {"\xFFx", "\uFFFDx"},
      {"\u0301", "\u0301"},
  };
  for (const Case& c : kCases) EXPECT_EQ(printable(c.text), c.shown) << c.shown;
}

}  // namespace
}  // namespace postlint
