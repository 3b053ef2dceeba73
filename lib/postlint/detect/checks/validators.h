// Checks of what a pattern took for a number, an address or a secret: the door to all of them.
// Facts, with their sources, stand beside each check in identifiers.cc, documents.cc, ages.cc,
// addresses.cc and secrets.cc.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "postlint/base/span.h"

namespace postlint {

// Looks at `candidate`, a span of `text`, and returns what of it is valid: the candidate itself, a
// shorter span that begins with it (a regex may have swallowed the next word), or nothing.
using Validator = std::optional<Span> (*)(std::string_view text, Span candidate);

struct NamedValidator {
  std::string_view name;
  Validator check;
};

// All validators, by name.
std::span<const NamedValidator> validators();

// nullptr if there is none of that name.
Validator find_validator(std::string_view name);

}  // namespace postlint
