// Eight bytes at once, for the two loops that see every word: a loop that ends where each word ends
// is a branch mispredicted for each word. Private to text/.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace postlint {

// Answers have the highest bit of each byte set that they are about.
class AsciiBlock {
 public:
  static constexpr std::uint32_t kSize = 8;
  static constexpr std::uint64_t kAll = 0x8080808080808080;

  // Precondition: eight bytes stand at `at`.
  AsciiBlock(std::string_view text, std::uint32_t at) {
    std::memcpy(&bytes_, text.data() + at, kSize);
    if constexpr (std::endian::native == std::endian::big) bytes_ = __builtin_bswap64(bytes_);
  }

  std::uint64_t high() const { return bytes_ & kAll; }
  std::uint64_t upper() const { return between(bytes_, 'A', 'Z'); }
  std::uint64_t letters() const { return between(bytes_ | each(0x20), 'a', 'z'); }
  std::uint64_t digits() const { return between(bytes_, '0', '9'); }
  std::uint64_t equal(char c) const {
    return between(bytes_, static_cast<unsigned char>(c), static_cast<unsigned char>(c));
  }

  // The bytes of the answer before the first `count`, which is at most eight.
  static std::uint64_t first(std::uint32_t count) {
    return count >= kSize ? kAll : kAll & ((std::uint64_t{1} << (8 * count)) - 1);
  }

  // How many bytes stand before the first that `answer` is about.
  static std::uint32_t before(std::uint64_t answer) {
    return static_cast<std::uint32_t>(std::countr_zero(answer)) / 8;
  }

 private:
  static constexpr std::uint64_t each(std::uint64_t byte) { return byte * 0x0101010101010101; }

  // Adding carries into the highest bit where a byte reaches a bound; it must not have it before.
  static std::uint64_t between(std::uint64_t bytes, unsigned char low, unsigned char last) {
    const std::uint64_t seven_bits = bytes & ~kAll;
    const std::uint64_t reaches_low = seven_bits + each(0x80U - low);
    const std::uint64_t passes_last = seven_bits + each(0x7FU - last);
    return reaches_low & ~passes_last & ~bytes & kAll;
  }

  std::uint64_t bytes_ = 0;
};

}  // namespace postlint
