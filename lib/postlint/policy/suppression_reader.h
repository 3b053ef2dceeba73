// Reads what policy/suppression_entries.h shows, from tables of TOML. Private to loaders.
#pragma once

#include "postlint/policy/suppression_entries.h"
#include "postlint/rules/toml_reader.h"

namespace postlint {

// Each appends what a table says; what is wrong with it goes to file.errors. No error repeats a
// value of [organisation] or [[consent]]: those are personal data.

// [organisation]
void read_organisation(const toml::table& table, TomlFile& file, SuppressionEntries& entries);
// One [[allow]]
void read_allow(const toml::table& table, TomlFile& file, SuppressionEntries& entries);
// One [[consent]]
void read_consent(const toml::table& table, TomlFile& file, SuppressionEntries& entries);

}  // namespace postlint
