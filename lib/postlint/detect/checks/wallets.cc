#include "postlint/detect/checks/wallets.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "postlint/base/sha256.h"

namespace postlint {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kBase58Bytes = 25;  // version, 20 bytes of hash, 4 of check

std::optional<Bytes> decode_base58(std::string_view text) {
  constexpr std::string_view kDigits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  Bytes bytes(kBase58Bytes);
  for (const char c : text) {
    std::size_t carry = kDigits.find(c);
    if (carry == std::string_view::npos) return std::nullopt;
    for (std::size_t i = bytes.size(); i-- > 0;) {
      carry += std::size_t{58} * bytes[i];
      bytes[i] = static_cast<std::uint8_t>(carry & 0xFF);
      carry >>= 8;
    }
    if (carry != 0) return std::nullopt;
  }
  return bytes;
}

// Version bytes: Bitcoin 0 and 5, Litecoin 48 and 50, Dogecoin 30 and 22.
bool is_base58_address(std::string_view address) {
  constexpr std::array<std::uint8_t, 6> kVersions = {0, 5, 48, 50, 30, 22};
  constexpr std::size_t kPayload = 21;
  if (address.size() < 26 || address.size() > 35) return false;
  const auto bytes = decode_base58(address);
  if (!bytes) return false;
  if (std::find(kVersions.begin(), kVersions.end(), bytes->front()) == kVersions.end())
    return false;
  const Sha256 twice = sha256(sha256(std::span(*bytes).first(kPayload)));
  return std::equal(bytes->begin() + kPayload, bytes->end(), twice.begin());
}

// BIP 173: the checksum of the human-readable part and the values after it.
std::uint32_t bech32_checksum(std::string_view prefix, const Bytes& values) {
  constexpr std::array<std::uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa,
                                                       0x3d4233dd, 0x2a1462b3};
  std::uint32_t sum = 1;
  const auto add = [&](std::uint32_t value) {
    const std::uint32_t top = sum >> 25;
    sum = (sum & 0x1FFFFFF) << 5 ^ value;
    for (std::size_t i = 0; i < kGenerator.size(); ++i) {
      if ((top >> i & 1) != 0) sum ^= kGenerator[i];
    }
  };
  for (const char c : prefix) add(static_cast<std::uint32_t>(c) >> 5);
  add(0);
  for (const char c : prefix) add(static_cast<std::uint32_t>(c) & 31);
  for (const std::uint8_t value : values) add(value);
  return sum;
}

// True for a version and a program that Bitcoin gives out: 20 or 32 bytes in version 0, else 2
// to 40.
bool is_witness_program(const Bytes& values) {
  constexpr std::size_t kVersionAndCheck = 7;
  if (values.size() < kVersionAndCheck || values.front() > 16) return false;
  const std::size_t bits = (values.size() - kVersionAndCheck) * 5;
  const std::size_t bytes = bits / 8;
  if (bits % 8 > 4) return false;
  if (values.front() == 0) return bytes == 20 || bytes == 32;
  return bytes >= 2 && bytes <= 40;
}

bool is_bech32_address(std::string_view address) {
  constexpr std::string_view kPrefix = "bc", kDigits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  constexpr std::uint32_t kBech32 = 1, kBech32m = 0x2bc830a3;
  std::string small(address);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool is_small = small == address;
  const bool is_mixed = !is_small && std::any_of(address.begin(), address.end(),
                                                 [](char c) { return c >= 'a' && c <= 'z'; });
  if (is_mixed || !small.starts_with("bc1") || small.size() > 90) return false;
  Bytes values;
  for (const char c : small.substr(kPrefix.size() + 1)) {
    const std::size_t value = kDigits.find(c);
    if (value == std::string_view::npos) return false;
    values.push_back(static_cast<std::uint8_t>(value));
  }
  if (!is_witness_program(values)) return false;
  return bech32_checksum(kPrefix, values) == (values.front() == 0 ? kBech32 : kBech32m);
}

bool is_ethereum_address(std::string_view address) {
  return address.size() == 42 && address.starts_with("0x") &&
         address.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
}

}  // namespace

bool is_wallet(std::string_view address) {
  return is_ethereum_address(address) || is_bech32_address(address) || is_base58_address(address);
}

}  // namespace postlint
