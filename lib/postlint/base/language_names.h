// What languages are called where people choose one: settings, --lang, the files of the catalog.
#pragma once

#include <string_view>

#include "postlint/base/language.h"

namespace postlint {

// In the order of Language.
inline constexpr std::string_view kLanguageNames[] = {"nl", "en"};

}  // namespace postlint
