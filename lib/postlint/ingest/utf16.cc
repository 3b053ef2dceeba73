#include "postlint/ingest/utf16.h"

#include <cstdint>
#include <string>

#include "postlint/ingest/utf8_writer.h"

namespace postlint {
namespace {

constexpr std::string_view kLittleEndian = "\xFF\xFE", kBigEndian = "\xFE\xFF";

class Units {
 public:
  explicit Units(std::string_view bytes)
      : bytes_(bytes), high_(bytes.starts_with(kBigEndian) ? 0 : 1) {}

  std::size_t size() const { return bytes_.size() / 2; }
  std::uint32_t operator[](std::size_t i) const {
    return byte(2 * i + high_) << 8 | byte(2 * i + 1 - high_);
  }

 private:
  std::uint32_t byte(std::size_t i) const { return static_cast<unsigned char>(bytes_[i]); }

  std::string_view bytes_;
  std::size_t high_;  // where in a unit its high byte stands
};

bool is_high_surrogate(std::uint32_t unit) { return (unit & 0xFC00) == 0xD800; }
bool is_low_surrogate(std::uint32_t unit) { return (unit & 0xFC00) == 0xDC00; }

// Takes the code point at `i`, and goes on behind it.
std::uint32_t take_code_point(const Units& units, std::size_t& i) {
  const std::uint32_t first = units[i++];
  if (!is_high_surrogate(first) || i >= units.size() || !is_low_surrogate(units[i])) return first;
  return 0x10000 + ((first & 0x3FF) << 10 | (units[i++] & 0x3FF));
}

}  // namespace

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with(kLittleEndian) || bytes.starts_with(kBigEndian);
}

bool utf8_from_utf16(std::string_view bytes,
                     const std::function<bool(std::string_view piece)>& write) {
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  const Units units(bytes);
  std::string piece;
  for (std::size_t i = 0; i < units.size();) {
    piece.clear();
    while (i < units.size() && piece.size() < kPiece) {
      append_utf8(take_code_point(units, i), piece);
    }
    if (!write(piece)) return false;
  }
  return true;
}

}  // namespace postlint
