// Holds a TOML table against its shape. Private to loaders.
#pragma once

#include "postlint/toml/reader.h"
#include "postlint/toml/shape.h"

namespace postlint {

// Appends everything that is wrong with `table` to file.errors, by line: unknown keys (with the
// nearest known one), missing ones, values of a wrong kind, out of their range or not among their
// choices; in tables within it as well.
void check_shape(const toml::table& table, const TableShape& shape, TomlFile& file);

}  // namespace postlint
