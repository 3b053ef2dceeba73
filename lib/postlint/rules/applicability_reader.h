// Reads `when = { role = [...], ... }`, which patterns and protocols share. Private to loaders.
#pragma once

#include "postlint/rules/pattern.h"
#include "postlint/toml/reader.h"

namespace postlint {

// The value of the key "when" of `reader`; everything empty if it is missing.
Applicability read_when(TomlReader& reader, TomlFile& file);

}  // namespace postlint
