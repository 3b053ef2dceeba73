// Reads what stands around a match: raise, lower, veto and needs, and the cues of names. Private to
// loaders.
#pragma once

#include <vector>

#include "postlint/rules/pattern.h"
#include "postlint/toml/reader.h"

namespace postlint {

// Appends all context that the table of `reader`, a pattern or a rule, states.
void read_context(const TomlReader& reader, TomlFile& file, std::vector<ContextSpec>& out);

// A cue of names: its weight is in `to`.
ContextSpec read_cue(const toml::table& table, TomlFile& file);

}  // namespace postlint
