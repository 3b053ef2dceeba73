// The JSON Schema of a TOML file, for editors that complete and check while one types.
#pragma once

#include <string>

#include "postlint/base/language.h"
#include "postlint/toml/shape.h"

namespace postlint {

// Draft 7, indented, with a line end. What passes toml/check.h passes the schema, and the
// other way round; what keys mean is said in `language`.
std::string json_schema(const TableShape& shape, Language language);

}  // namespace postlint
