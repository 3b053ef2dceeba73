// The texts of report/messages/*.toml as they are built into the program. For messages.cc alone;
// the definition is made at build time by lib/embed_messages.cmake.
#pragma once

#include <span>

namespace postlint {

struct EmbeddedCatalog {
  const char* language;  // "nl"
  const char* text;      // TOML
};

std::span<const EmbeddedCatalog> embedded_catalogs();

}  // namespace postlint
