// First stage: from the author's bytes to the text that every later stage reads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "postlint/text/offset_map.h"

namespace postlint {

// The working text. Letters keep their case and their accents; what only hides a word is gone.
struct NormalizedText {
  std::string text;          // valid UTF-8, NFC
  OffsetMap to_source;       // working text -> author's bytes
  std::size_t repaired = 0;  // how many invalid byte sequences became U+FFFD
};

// Repairs invalid UTF-8 (each maximal invalid subpart becomes one U+FFFD, as the Unicode Standard
// recommends in chapter 3.9, table 3-8), composes (NFC), reads compatibility characters as what
// they stand for (NFKC: full-width digits, mathematical letters, ligatures, no-break space), and
// drops what shows nothing (soft hyphen, zero-width space, bidi marks, BOM, variation selectors)
// except the joiners, selectors and tags inside emoji. Of more than 30 marks on one letter the rest
// is dropped (UAX #15, Stream-Safe Text Format).
//
// Kept against NFKC, because it would change what is read: the ellipsis, "™", fractions ("2½"),
// spacing accents ("´", often an apostrophe) and emoji. Dashes and quotes keep their shape; line
// ends stay as they are, so that lines can be counted; NUL and other control characters are kept.
//
// The working text of a working text is that text itself. Linear in the source, at the speed of a
// copy for ASCII, Latin letters, punctuation and emoji.
//
// `out` is overwritten; its buffers are reused. Texts of up to 4 GiB - 1.
void normalize(std::string_view source, NormalizedText& out);

}  // namespace postlint
