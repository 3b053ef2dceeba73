#include "postlint/text/phone_numbers.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

TEST(PhoneKey, IsTheSameHoweverANumberIsWritten) {
  struct Case {
    const char* written;
    const char* key;
  };
  const Case cases[] = {
      {"06-12345678", "+31612345678"},
      {"06 - 12 34 56 78", "+31612345678"},
      {"(06) 12345678", "+31612345678"},
      {"+31 6 12345678", "+31612345678"},
      {"+31 (0)6 12345678", "+31612345678"},
      {"+31 06 12345678", "+31612345678"},
      {"0031612345678", "+31612345678"},
      {"088 - 020 70 20", "+31880207020"},
      {"0900-1234", "09001234"},
      {"0800 0432", "08000432"},
      {"112", "112"},
      {"+32 471 23 45 67", "+32471234567"},
      {"14 020", "14020"},
  };
  for (const Case& it : cases) EXPECT_EQ(phone_key(it.written), it.key) << it.written;
  EXPECT_EQ(phone_key("nul zes"), std::nullopt);
  EXPECT_EQ(phone_key(""), std::nullopt);
}

}  // namespace
}  // namespace postlint
