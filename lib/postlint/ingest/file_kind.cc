#include "postlint/ingest/file_kind.h"

#include <algorithm>
#include <iterator>

#include "postlint/text/encoding.h"

namespace postlint {
namespace {

using namespace std::string_view_literals;

struct Beginning {
  std::string_view bytes;
  std::string_view kind;
};

constexpr Beginning kBeginnings[] = {{"\x89PNG"sv, "image"},
                                     {"\xFF\xD8\xFF"sv, "image"},
                                     {"GIF8"sv, "image"},
                                     {"BM"sv, "image"},
                                     {"II*\0"sv, "image"},
                                     {"MM\0*"sv, "image"},
                                     {"%PDF"sv, "pdf"},
                                     {"PK\x03\x04"sv, "archive"},
                                     {"PK\x05\x06"sv, "archive"},
                                     {"\x1F\x8B"sv, "archive"},
                                     {"7z\xBC\xAF"sv, "archive"},
                                     {"Rar!"sv, "archive"},
                                     {"BZh"sv, "archive"},
                                     {"\xFD"
                                      "7zXZ"sv,
                                      "archive"},
                                     {"\xD0\xCF\x11\xE0"sv, "office"},
                                     {"\x78\x9F\x3E\x22"sv, "office"},
                                     {"OggS"sv, "sound"},
                                     {"ID3"sv, "sound"},
                                     {"fLaC"sv, "sound"},
                                     {"\x7F"
                                      "ELF"sv,
                                      "program"},
                                     {"MZ"sv, "program"}};

const Beginning* beginning_of(std::string_view bytes) {
  const auto* const found =
      std::find_if(std::begin(kBeginnings), std::end(kBeginnings),
                   [&](const Beginning& known) { return bytes.starts_with(known.bytes); });
  return found == std::end(kBeginnings) ? nullptr : found;
}

// No text begins so; with "BM" and "MZ" some do.
bool is_certain(const Beginning& known) {
  return known.kind == "pdf" || std::any_of(known.bytes.begin(), known.bytes.end(), [](char c) {
           return static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) >= 0x80;
         });
}

}  // namespace

std::string_view kind_of_binary(std::string_view bytes) {
  if (const Beginning* known = beginning_of(bytes)) return known->kind;
  const std::string_view inner = bytes.substr(std::min<std::size_t>(bytes.size(), 4), 8);
  if (inner.starts_with("ftyphei")) return "image";
  if (inner.starts_with("ftyp")) return "sound";
  return bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP") ? "image" : "data";
}

bool is_text(std::string_view head) {
  const Beginning* known = beginning_of(head);
  if (known != nullptr && is_certain(*known)) return false;
  const auto strange = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    return c >= '\0' && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B';
  }));
  if (strange * 200 <= head.size()) return true;
  // A few in a short text, as between the digits of a number that is to be hidden.
  constexpr std::size_t kFew = 32;
  const auto high = static_cast<std::size_t>(std::count_if(
      head.begin(), head.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  return strange <= kFew && strange * 3 <= head.size() &&
         (high * 4 <= head.size() || is_utf8(head));
}

}  // namespace postlint
