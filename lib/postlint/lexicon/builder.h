// Compiles word lists into the file that Lexicon maps.
#pragma once

#include <string>

#include "postlint/lexicon/lexicon.h"

namespace postlint {

// The bytes of a compiled lexicon with everything that `lexicon` holds. `lexicon` must have been
// filled with Lexicon::add() alone, not opened from a file. The same lists give the same bytes.
std::string compile_lexicon(const Lexicon& lexicon);

}  // namespace postlint
