// Files that say what may stand: side files with [[allow]] entries, and the consent register.
#pragma once

#include <string>
#include <string_view>

#include "postlint/base/error.h"
#include "postlint/suppress/suppression_entries.h"

namespace postlint {

// Each appends the entries of a file, and to `errors` whatever is wrong with it, all at once, with
// line and column. No error repeats what a register holds of people.

// A file of [[allow]] entries and nothing else.
void read_allow_file(const std::string& path, SuppressionEntries& entries, Errors& errors);
// A consent register: TOML ([[consent]]) by the name ".toml", else a table
// (suppress/consent_table.h).
void read_consents(const std::string& path, SuppressionEntries& entries, Errors& errors);

}  // namespace postlint
