#include "postlint/ingest/characters.h"

#include <algorithm>

namespace postlint {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Length of the mark or space that ends just before `end`.
template <typename Length>
std::size_t length_before(std::string_view text, Length length) {
  for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    if (size <= text.size() && length(text.substr(text.size() - size)) == size) return size;
  }
  return 0;
}

std::size_t blank_length(std::string_view text) {
  const std::size_t space = space_length(text);
  return space > 0 ? space : mark_length(text);
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (const std::size_t length = blank_length(text)) text.remove_prefix(length);
  while (const std::size_t length = length_before(text, blank_length)) text.remove_suffix(length);
  return text;
}

std::string plain(std::string_view text) {
  text = trim(text);
  std::string out;
  while (!text.empty()) {
    std::size_t length = mark_length(text);
    if (length == 0) {
      length = space_length(text);
      out += length > 0 ? ' ' : lower(text[0]);
    }
    text.remove_prefix(std::max(length, std::size_t{1}));
  }
  return out;
}

bool ends_with_any_case(std::string_view text, std::string_view end) {
  if (text.size() < end.size()) return false;
  return std::equal(end.begin(), end.end(), text.end() - static_cast<std::ptrdiff_t>(end.size()),
                    [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace postlint
