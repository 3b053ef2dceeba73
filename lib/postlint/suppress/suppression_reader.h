// Reads what suppress/suppression_entries.h shows, from tables of TOML. Private to loaders.
#pragma once

#include "postlint/suppress/suppression_entries.h"
#include "postlint/toml/check.h"

namespace postlint {

// What may stand in [organisation], in one [[allow]] and in one [[consent]].
const TableShape& organisation_shape();
const TableShape& allow_shape();
const TableShape& consent_shape();

// Each appends what a table says that was held against its shape before (toml/check.h). A
// value that says nothing, or names nobody, goes to file.errors (allow.empty). No error repeats a
// person's name.
using EntryReader = void(const toml::table&, TomlFile&, SuppressionEntries&);
void read_organisation(const toml::table& table, TomlFile& file, SuppressionEntries& entries);
void read_allow(const toml::table& table, TomlFile& file, SuppressionEntries& entries);
void read_consent(const toml::table& table, TomlFile& file, SuppressionEntries& entries);

// Reads the table, or each of the tables, that `root` has under `key`.
void read_each(const toml::table& root, std::string_view key, EntryReader* read, TomlFile& file,
               SuppressionEntries& entries);

}  // namespace postlint
