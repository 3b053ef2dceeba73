#include "postlint/ingest/mail_text.h"

#include <algorithm>

#include <glib.h>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/lines.h"
#include "postlint/ingest/text_encoding.h"
#include "postlint/ingest/utf8_writer.h"

namespace postlint {
namespace {

// Decoded bytes, each with the stretch of the part that it was made from.
struct DecodedBytes {
  std::string bytes;
  std::vector<Span> places;

  void add(char byte, std::size_t begin, std::size_t end) {
    bytes += byte;
    places.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// The length of a soft line break, "=" at the end of a line; 0 if there is none.
std::size_t soft_break(std::string_view rest) {
  const std::size_t end = rest.find_first_not_of(" \t\r", 1);
  return end != std::string_view::npos && rest[end] == '\n' ? end + 1 : 0;
}

DecodedBytes decode_quoted_printable(std::string_view raw) {
  DecodedBytes out;
  for (std::size_t i = 0; i < raw.size();) {
    const std::string_view rest = raw.substr(i);
    const int high = rest.size() > 2 && rest[0] == '=' ? hex_value(rest[1]) : -1;
    const int low = high >= 0 ? hex_value(rest[2]) : -1;
    std::size_t size = 1;
    if (low >= 0) {
      size = 3;
      out.add(static_cast<char>(high * 16 + low), i, i + size);
    } else if (rest[0] == '=' && soft_break(rest) > 0) {
      size = soft_break(rest);
    } else {
      out.add(rest[0], i, i + 1);
    }
    i += size;
  }
  return out;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

// Whatever is no letter of base64 is passed over, as the standard asks.
DecodedBytes decode_base64(std::string_view raw) {
  DecodedBytes out;
  std::uint32_t bits = 0;
  int count = 0;          // bits that are waiting
  std::size_t begin = 0;  // where the first of them stands
  for (std::size_t i = 0; i < raw.size() && raw[i] != '='; ++i) {
    const int value = base64_value(raw[i]);
    if (value < 0) continue;
    if (count == 0) begin = i;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.add(static_cast<char>(bits >> count & 0xFF), begin, i + 1);
    begin = i;
  }
  return out;
}

// Lines between "begin 644 name" and "end": a letter for their length, then four for three bytes.
DecodedBytes decode_uu(std::string_view raw) {
  DecodedBytes out;
  Lines lines(raw);
  bool begun = false;
  while (lines.next()) {
    const std::string_view line = lines.line();
    if (!begun) {
      begun = line.starts_with("begin ");
      continue;
    }
    if (line.empty() || line == "end") break;
    const auto value = [&](std::size_t i) {
      return i < line.size() ? static_cast<unsigned>(line[i] - ' ') & 0x3F : 0U;
    };
    std::size_t left = value(0);
    for (std::size_t i = 1; left > 0; i += 4) {
      const unsigned bits = value(i) << 18 | value(i + 1) << 12 | value(i + 2) << 6 | value(i + 3);
      const std::size_t begin = lines.begin() + std::min(i, line.size());
      const std::size_t end = lines.begin() + std::min(i + 4, line.size());
      for (const int shift : {16, 8, 0}) {
        if (left == 0) break;
        out.add(static_cast<char>(bits >> shift & 0xFF), begin, end);
        --left;
      }
    }
  }
  return out;
}

// Appends decoded bytes code point by code point.
class Appender {
 public:
  Appender(std::string_view raw, std::uint64_t source, MappedText& out)
      : raw_(raw), source_(source), out_(out) {}

  // `size` bytes of `decoded` from `i` on became `made`.
  void append(const DecodedBytes& decoded, std::size_t i, std::size_t size, std::string_view made) {
    const Span place{decoded.places[i].begin, decoded.places[i + size - 1].end};
    const SourceRange range{source_ + place.begin, source_ + place.end};
    if (!out_.accepts(range)) {
      out_.add(made);
    } else if (place.of(raw_) == made) {
      out_.copy(made, range.begin);
    } else {
      out_.replace(made, range);
    }
  }

 private:
  std::string_view raw_;
  std::uint64_t source_;
  MappedText& out_;
};

void append_utf8_bytes(const DecodedBytes& decoded, Appender& appender) {
  for (std::size_t i = 0; i < decoded.bytes.size();) {
    const std::size_t size = code_point_length(std::string_view(decoded.bytes).substr(i));
    appender.append(decoded, i, size, std::string_view(decoded.bytes).substr(i, size));
    i += size;
  }
}

void append_latin(const DecodedBytes& decoded, Appender& appender) {
  std::string made;
  for (std::size_t i = 0; i < decoded.bytes.size(); ++i) {
    made.clear();
    append_utf8(windows_1252(static_cast<unsigned char>(decoded.bytes[i])), made);
    appender.append(decoded, i, 1, made);
  }
}

void append_utf16(const DecodedBytes& decoded, TextEncoding encoding, Appender& appender) {
  const std::string_view bytes = decoded.bytes;
  std::size_t i = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
  const std::size_t high = encoding == TextEncoding::utf16_big ? 0 : 1;
  while (i + 1 < bytes.size()) {
    const bool pair = (static_cast<unsigned char>(bytes[i + high]) & 0xFC) == 0xD8;
    const std::size_t size = pair && i + 3 < bytes.size() ? 4 : 2;
    std::string made;
    to_utf8(bytes.substr(i, size), encoding, [&](std::string_view piece) {
      made = piece;
      return true;
    });
    appender.append(decoded, i, size, made);
    i += size;
  }
}

// False if the charset is not known, or does not fit.
bool append_converted(const DecodedBytes& decoded, const std::string& charset, Appender& appender) {
  gsize written = 0;
  const auto convert = [&](std::string_view bytes) {
    return g_convert_with_fallback(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8",
                                   charset.c_str(), "?", nullptr, &written, nullptr);
  };
  gchar* whole = convert(decoded.bytes);
  if (whole == nullptr) return false;
  g_free(whole);
  for (std::size_t i = 0; i < decoded.bytes.size();) {
    const std::size_t end = decoded.bytes.find('\n', i);
    const std::size_t size = (end == std::string::npos ? decoded.bytes.size() : end + 1) - i;
    gchar* line = convert(std::string_view(decoded.bytes).substr(i, size));
    // A charset whose lines do not stand alone (UTF-16): all of it at once.
    if (line == nullptr) return false;
    appender.append(decoded, i, size, {line, written});
    g_free(line);
    i += size;
  }
  return true;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void append_decoded(const DecodedBytes& decoded, std::string_view charset, Appender& appender) {
  const std::string name = plain(charset);
  if (is_one_of(name, {"iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252"})) {
    return append_latin(decoded, appender);
  }
  const bool utf8 = is_one_of(name, {"", "utf-8", "utf8", "us-ascii", "ascii"});
  const TextEncoding found = utf8 ? encoding_of(decoded.bytes).encoding : TextEncoding::utf8;
  if (found == TextEncoding::utf16_little || found == TextEncoding::utf16_big)
    return append_utf16(decoded, found, appender);
  if (!utf8 && append_converted(decoded, name, appender)) return;
  if (is_utf8(decoded.bytes) || is_one_of(name, {"utf-8", "utf8"})) {
    append_utf8_bytes(decoded, appender);
  } else {
    append_latin(decoded, appender);
  }
}

DecodedBytes undecoded(std::string_view raw) {
  DecodedBytes out;
  for (std::size_t i = 0; i < raw.size(); ++i) out.add(raw[i], i, i + 1);
  return out;
}

DecodedBytes decode(std::string_view raw, TransferEncoding encoding) {
  switch (encoding) {
    case TransferEncoding::none:
      return undecoded(raw);
    case TransferEncoding::quoted_printable:
      return decode_quoted_printable(raw);
    case TransferEncoding::base64:
      return decode_base64(raw);
    case TransferEncoding::uuencode:
      return decode_uu(raw);
  }
  return {};
}

}  // namespace

void append_mail_text(std::string_view raw, std::uint64_t source, TransferEncoding encoding,
                      std::string_view charset, MappedText& out) {
  Appender appender(raw, source, out);
  append_decoded(decode(raw, encoding), charset, appender);
}

std::string decoded_part(std::string_view raw, TransferEncoding encoding) {
  return decode(raw, encoding).bytes;
}

}  // namespace postlint
