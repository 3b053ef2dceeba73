// Word lists that hold others: which is added before which.
#pragma once

#include <vector>

#include "postlint/lexicon/lexicon.h"

namespace postlint {

// Adds all lists, in their order but for those that others include: these come first. Errors, of
// all lists at once: what Lexicon::add refuses, and lists that include each other in a circle.
Errors add_lists(const std::vector<WordList>& lists, Lexicon& lexicon);

}  // namespace postlint
