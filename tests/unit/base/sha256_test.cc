#include "postlint/base/sha256.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace postlint {
namespace {

std::string hex(std::string_view text) {
  std::string digits;
  for (const std::uint8_t byte :
       sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}))
    digits += fmt::format("{:02x}", byte);
  return digits;
}

// NIST's examples: nothing, one block, and a message that ends in a second block.
TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

}  // namespace
}  // namespace postlint
