// What lines of a mail's text are, beyond words: those that a mail program broke, and those of a
// patch.
#pragma once

#include "postlint/ingest/mapped_text.h"

namespace postlint {

// The text with the lines joined that end with a space (RFC 3676, format=flowed; delsp=yes).
MappedText joined_lines(const MappedText& text);

// The text without what git writes in a patch around the words of people: counts of changes, names
// of files, headers of hunks, the mark before each line; and without the sign-off of `author`
// ("Anke Jansen <anke@deeik.nl>"). A text that holds no patch stays as it is.
MappedText without_patch_marks(const MappedText& text, std::string_view author);

}  // namespace postlint
