#include "postlint/ingest/utf8_writer.h"

namespace postlint {

void append_guessed(std::string_view bytes, std::uint64_t source, MappedText& out) {
  if (is_utf8(bytes)) {
    out.copy(bytes, source);
    return;
  }
  std::string made;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    made.clear();
    append_utf8(windows_1252(static_cast<unsigned char>(bytes[i])), made);
    if (made.size() == 1) {
      out.copy(bytes.substr(i, 1), source + i);
    } else {
      out.replace(made, {source + i, source + i + 1});
    }
  }
}

}  // namespace postlint
