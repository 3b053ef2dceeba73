// Reads the examples that prove a rule, and what « » marks in them. Private to loaders.
#pragma once

#include "postlint/rules/pattern.h"
#include "postlint/toml/reader.h"

namespace postlint {

// Fills the examples of `spec` from the table of `reader`, a rule. Complains where there are none,
// and of marks where none belong or none where they do.
void read_examples(TomlReader& reader, TomlFile& file, RuleSpec& spec);

}  // namespace postlint
