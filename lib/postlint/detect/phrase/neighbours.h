// What may stand beside the anchors of a phrase, and where one may begin: the places that cannot
// hold it are ruled out by them, one comparison each (detect/words/token_mask.h).
#pragma once

#include <cstdint>
#include <map>

#include "postlint/detect/phrase/book.h"

namespace postlint {

// Where `mask` lies in the book, put there if it is new. `known` holds the masks that the book has
// already.
std::uint32_t number_of_mask(PhraseBook& book, std::map<TokenMask, std::uint32_t>& known,
                             const TokenMask& mask);

// Fills in the masks of the book's last program and its anchors, and how far its matches may reach.
void add_masks(PhraseBook& book, std::map<TokenMask, std::uint32_t>& known);

}  // namespace postlint
