// Changes to a text: what `fix` does is nothing but a list of these.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "postlint/base/span.h"

namespace postlint {

// These bytes of the original become `replacement`. An empty span inserts.
struct Edit {
  Span span;
  std::string replacement;

  friend bool operator==(const Edit&, const Edit&) = default;
};

// The text with all edits made. Precondition: they are in order and do not overlap. Every byte
// outside their spans stays as it is, whatever it is.
std::string with_edits(std::string_view text, std::span<const Edit> edits);

}  // namespace postlint
