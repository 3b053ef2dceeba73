// What a match of a phrase holds beside its anchor: where that is missing, the phrase is not tried
// (detect/phrase/presence.h).
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "postlint/detect/phrase/anchor.h"
#include "postlint/detect/phrase/book.h"

namespace postlint {

// Gives the book's last program the rarest of `parts` as its needs. `masks` holds the masks that
// the book has already.
void add_needs(std::vector<AnchorChoice> parts, PhraseBook& book,
               std::map<TokenMask, std::uint32_t>& masks);

}  // namespace postlint
