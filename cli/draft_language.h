// Which language a draft is in, for what is added to it.
#pragma once

#include <string_view>

#include "postlint/base/language.h"

namespace postlint::cli {

// The language whose commonest words (fix.common-words in the message catalog) the draft has most
// of; `otherwise` where it has as many of each.
Language language_of(std::string_view draft, Language otherwise);

}  // namespace postlint::cli
