#include "postlint/base/keyed_digest.h"

#include <string_view>

#include <gtest/gtest.h>

namespace postlint {
namespace {

// Made with another program: HMAC-SHA-256 over each field's length, in eight bytes from the lowest,
// and the field.
TEST(KeyedDigest, IsTheHmacOfTheFieldsAndTheirLengths) {
  const KeyedDigest digest = keyed_digest("0123456789abcdef", {"[NAAM]", "sanne"});
  EXPECT_EQ(digest[0], 0x7e);
  EXPECT_EQ(digest[31], 0x9a);
}

TEST(KeyedDigest, TellsWhereAFieldEnds) {
  EXPECT_NE(keyed_digest("key", {"ab", "c"}), keyed_digest("key", {"a", "bc"}));
  EXPECT_NE(keyed_digest("key", {"ab"}), keyed_digest("key", {"ab", ""}));
  EXPECT_NE(keyed_digest("key", {"ab"}), keyed_digest("yek", {"ab"}));
}

}  // namespace
}  // namespace postlint
