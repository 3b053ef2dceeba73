// Everything that may stand in a pattern set (patterns/README.md): one table of keys, from which
// files are checked and the JSON Schema is written.
#pragma once

#include <array>
#include <string_view>

#include "postlint/toml/shape.h"

namespace postlint {

// The shape of a whole file. Valid for ever; thread-safe.
const TableShape& pattern_file_shape();

// What pattern sets and protocol packs have alike: conditions, and texts in two languages.
const TableShape& when_shape();
KeyShape localized(std::string_view name, bool required = false);

// The names of choices, in the order of the enums in rules/pattern.h.
inline constexpr std::array<std::string_view, 8> kPatternKinds = {
    "regex", "words", "phrase", "absence", "names", "length", "learned", "frame"};
inline constexpr std::size_t kFrameKind = 7;  // becomes a phrase when it is read
inline constexpr std::array<std::string_view, 3> kNegations = {"without", "with", "either"};
inline constexpr std::array<std::string_view, 2> kLearnedUnits = {"sentence", "draft"};
inline constexpr std::array<std::string_view, 2> kLengthLimits = {"characters", "brief"};
inline constexpr std::array<std::string_view, 3> kMatchEdges = {"word", "identifier", "none"};
inline constexpr std::array<std::string_view, 3> kContextSides = {"both", "before", "after"};
inline constexpr std::array<std::string_view, 4> kContextScopes = {"sentence", "nearby", "draft",
                                                                   "inside"};
inline constexpr std::array<std::string_view, 3> kSeverities = {"advice", "warning", "error"};
inline constexpr std::array<std::string_view, 2> kReports = {"words", "draft"};
inline constexpr std::array<std::string_view, 2> kCounts = {"everywhere", "own-words"};
inline constexpr std::array<std::string_view, 3> kIdentities = {"words", "phone", "person"};
inline constexpr std::array<std::string_view, 8> kIdentifies = {
    "phone", "email", "account", "address", "postcode", "iban", "person", "picture"};

inline constexpr int kMaxWindow = 100;    // words
inline constexpr int kFarthestJoin = 64;  // bytes
inline constexpr double kMaxWeight = 20;

}  // namespace postlint
