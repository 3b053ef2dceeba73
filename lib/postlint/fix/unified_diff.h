// What a fix changes, as `diff -u` writes it and `patch` reads it: three lines of context, "\ No
// newline at end of file". Lines end at LF; a CR before it belongs to the line.
//
// The old lines are in it, words and all: it is for the author's own eyes, like the text report of
// `check`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "postlint/fix/edit.h"

namespace postlint {

// Nothing if there are no edits, which are in order and do not overlap. `name` stands in the two
// heading lines; each line ends with LF. Linear in the text.
std::string unified_diff(std::string_view name, std::string_view text, std::span<const Edit> edits);

}  // namespace postlint
