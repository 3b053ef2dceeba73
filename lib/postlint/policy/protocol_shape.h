// Everything that may stand in a protocol pack (patterns/protocols/README.md): one table of keys,
// from which packs are checked and read and the JSON Schema is written.
#pragma once

#include <array>
#include <string_view>

#include "postlint/toml/shape.h"

namespace postlint {

// The shape of a whole file. Valid for ever; thread-safe.
const TableShape& protocol_file_shape();

// The names of choices, in the order of the enums in policy/protocol.h.
inline constexpr std::array<std::string_view, 4> kClauseChecks = {"text", "context", "advice",
                                                                  "outside"};
// Severities, and to nothing.
inline constexpr std::array<std::string_view, 4> kSeverityChanges = {"advice", "warning", "error",
                                                                     "off"};

inline constexpr int kFarthestStep = 2;  // severities up or down

}  // namespace postlint
