// Reads pattern sets: TOML files of rules and signals (patterns/README.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// A file to read: its name for errors, and its text.
struct PatternFile {
  std::string name;
  std::string text;
};

// All rules and signals of all files, in their order, or all errors of all files: syntax, unknown
// keys, wrong types and values, missing ids, messages and examples, an id defined twice. What a
// phrase or expression means is checked when it is compiled (detect/rule_compiler.h).
Result<std::vector<RuleSpec>> load_pattern_files(const std::vector<PatternFile>& files);

}  // namespace postlint
