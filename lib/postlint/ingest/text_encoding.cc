#include "postlint/ingest/text_encoding.h"

#include <algorithm>
#include <string>

#include "postlint/base/ascii.h"
#include "postlint/text/encoding.h"

namespace postlint {
namespace {

constexpr std::size_t kDecides = std::size_t{16} << 20;
constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::string_view kLittleMark = "\xFF\xFE", kBigMark = "\xFE\xFF";

class Units {
 public:
  Units(std::string_view bytes, TextEncoding encoding)
      : bytes_(bytes), high_(encoding == TextEncoding::utf16_big ? 0 : 1) {}

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

bool utf16_to_utf8(const Units& units, const std::function<bool(std::string_view)>& write) {
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

bool windows_to_utf8(std::string_view bytes, const std::function<bool(std::string_view)>& write) {
  std::string piece;
  for (std::size_t i = 0; i < bytes.size();) {
    piece.clear();
    for (; i < bytes.size() && piece.size() < kPiece; ++i) {
      append_utf8(windows_1252(static_cast<unsigned char>(bytes[i])), piece);
    }
    if (!write(piece)) return false;
  }
  return true;
}

// A mark alone is no proof: the two letters may begin a text in windows-1252. Some unit of the
// beginning is a space, a line end or a letter of ASCII.
bool looks_like(TextEncoding encoding, std::string_view bytes) {
  constexpr std::size_t kEnough = 256;
  const Units units(bytes, encoding);
  if (units.size() == 0) return true;
  for (std::size_t i = 0; i < std::min(units.size(), kEnough); ++i) {
    if (units[i] < 0x80) return true;
  }
  return false;
}

// Of well-formed UTF-8.
std::uint32_t code_point_of(std::string_view bytes) {
  const auto byte = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
  };
  if (bytes.size() == 1) return byte(0);
  std::uint32_t c = byte(0) & (0x7FU >> bytes.size());
  for (std::size_t i = 1; i < bytes.size(); ++i) c = c << 6 | (byte(i) & 0x3F);
  return c;
}

std::optional<char> windows_byte(std::uint32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
    if (windows_1252(static_cast<unsigned char>(byte)) == c) return static_cast<char>(byte);
  }
  return std::nullopt;
}

// How often zero stands in bytes with an even and with an odd place.
struct Zeros {
  std::size_t even = 0, odd = 0;
};

Zeros zeros_in(std::string_view head) {
  Zeros zeros;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? zeros.even : zeros.odd);
  }
  return zeros;
}

// Languages of the West: nearly all high bytes are zero, and hardly a low one.
bool has_high_zeros(std::size_t high, std::size_t low, std::size_t units) {
  return high * 10 >= units * 7 && low * 50 <= units;
}

// True if there is no character of UTF-8 beyond ASCII in it, but bytes beyond ASCII.
bool is_8_bit(std::string_view bytes) {
  bool any = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    any = true;
    const std::size_t size = code_point_length(bytes.substr(i));
    if (size > 1 && is_utf8(bytes.substr(i, size))) return false;
  }
  return any;
}

}  // namespace

FoundEncoding encoding_of(std::string_view bytes) {
  constexpr std::size_t kFewest = 8;  // bytes, to count zeros
  for (const auto& [mark, encoding] : {std::pair(kLittleMark, TextEncoding::utf16_little),
                                       std::pair(kBigMark, TextEncoding::utf16_big)}) {
    if (bytes.starts_with(mark) && looks_like(encoding, bytes.substr(2))) return {encoding, false};
  }
  const std::string_view head = bytes.substr(0, std::size_t{64} << 10);
  const Zeros zeros = zeros_in(head);
  const std::size_t units = head.size() / 2;
  if (head.size() >= kFewest) {
    if (has_high_zeros(zeros.odd, zeros.even, units)) return {TextEncoding::utf16_little, true};
    if (has_high_zeros(zeros.even, zeros.odd, units)) return {TextEncoding::utf16_big, true};
  }
  const std::string_view deciding = bytes.substr(0, kDecides);
  if (zeros.even + zeros.odd > 0 || !is_8_bit(deciding)) return {};
  return {TextEncoding::windows_1252, true};
}

std::string_view name_of(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf8:
      return "UTF-8";
    case TextEncoding::utf16_little:
    case TextEncoding::utf16_big:
      return "UTF-16";
    case TextEncoding::windows_1252:
      return "windows-1252";
  }
  return "UTF-8";
}

bool to_utf8(std::string_view bytes, TextEncoding encoding,
             const std::function<bool(std::string_view piece)>& write) {
  switch (encoding) {
    case TextEncoding::utf8:
      return write(bytes);
    case TextEncoding::utf16_little:
    case TextEncoding::utf16_big:
      return utf16_to_utf8(Units(bytes, encoding), write);
    case TextEncoding::windows_1252:
      return windows_to_utf8(bytes, write);
  }
  return false;
}

std::optional<std::string> from_utf8(std::string_view text, TextEncoding encoding) {
  if (encoding == TextEncoding::utf8) return std::string(text);
  const bool windows = encoding == TextEncoding::windows_1252;
  std::string bytes;
  const auto add_unit = [&](std::uint32_t unit) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    const bool big = encoding == TextEncoding::utf16_big;
    bytes += big ? high : low;
    bytes += big ? low : high;
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = code_point_length(text.substr(i));
    const std::uint32_t c = code_point_of(text.substr(i, size));
    i += size;
    if (windows) {
      const std::optional<char> byte = windows_byte(c);
      if (!byte) return std::nullopt;
      bytes += *byte;
    } else if (c >= 0x10000) {
      add_unit(0xD800 | (c - 0x10000) >> 10);
      add_unit(0xDC00 | (c & 0x3FF));
    } else {
      add_unit(c);
    }
  }
  return bytes;
}

std::uint64_t place_in(TextEncoding encoding, std::uint64_t utf8, std::uint64_t utf16) {
  if (encoding == TextEncoding::utf8) return utf8;
  return encoding == TextEncoding::windows_1252 ? utf16 : 2 * utf16;
}

}  // namespace postlint
