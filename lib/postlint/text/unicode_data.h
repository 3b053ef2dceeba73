// ICU's data: a library of its own, or a part of the program, which may be built with less than
// all.
#pragma once

#include "postlint/base/error.h"

namespace postlint {

// What of it the stages of text need and cannot open, one error (`unicode.missing-data`) each; none
// if all is there. Where something is missing nothing else of text/ may be called.
Errors missing_unicode_data();

}  // namespace postlint
