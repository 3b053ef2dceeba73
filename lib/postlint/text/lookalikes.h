// Letters of other scripts that look like Latin ones (UTS #39, confusables). Private to folding.
#pragma once

namespace postlint {

// The small Latin letter that a folded letter of Greek, Cyrillic, Armenian, Cherokee or Lisu looks
// like, or its capital does; '\0' if there is none.
char latin_lookalike(char32_t letter);

// It does so as a small letter: "с" does, "к" only as a capital.
bool looks_latin_as_small(char32_t letter);

bool is_latin_script(char32_t letter);

}  // namespace postlint
