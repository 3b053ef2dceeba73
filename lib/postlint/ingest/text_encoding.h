// What the bytes of a text stand for, and the same text in UTF-8.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace postlint {

enum class TextEncoding : std::uint8_t { utf8, utf16_little, utf16_big, windows_1252 };

struct FoundEncoding {
  TextEncoding encoding = TextEncoding::utf8;
  bool guessed = false;  // no mark says so
};

// UTF-16 has a mark, or zeros in every other byte; windows-1252 is what is not UTF-8 and holds not
// one character of it. Text that is UTF-8 here and something else there counts as UTF-8: its
// readers guess piece by piece. Of a large text the first 16 MiB decide.
FoundEncoding encoding_of(std::string_view bytes);

// "UTF-8", "UTF-16", "windows-1252"
std::string_view name_of(TextEncoding encoding);

// Gives a text as UTF-8 to `write`, piece by piece; false as soon as that is. The mark becomes
// U+FEFF and half a surrogate pair U+FFFD, so that every unit of the text is a UTF-16 unit of the
// result (see units_before). A byte left over at the end of UTF-16 is dropped.
bool to_utf8(std::string_view bytes, TextEncoding encoding,
             const std::function<bool(std::string_view piece)>& write);

// The way back, to the same bytes that to_utf8() was given. Nothing if the text holds what the
// encoding cannot say.
std::optional<std::string> from_utf8(std::string_view text, TextEncoding encoding);

// Where in the bytes of a text stands what stands behind `utf16` UTF-16 units, and `utf8` bytes, of
// the same in UTF-8.
std::uint64_t place_in(TextEncoding encoding, std::uint64_t utf8, std::uint64_t utf16);

}  // namespace postlint
