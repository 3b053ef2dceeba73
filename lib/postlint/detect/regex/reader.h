// Reads an expression in RE2's syntax to learn what its matches are made of.
#pragma once

#include <optional>
#include <string_view>

#include "postlint/detect/regex/part.h"

namespace postlint {

// Nothing if there is something in it that is not known here.
std::optional<RegexPart> read_regex(std::string_view expression);

}  // namespace postlint
