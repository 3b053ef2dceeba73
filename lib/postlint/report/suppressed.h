// What reports for people say of a finding that was lifted.
#pragma once

#include <string>

#include "postlint/base/language.h"
#include "postlint/rules/finding.h"

namespace postlint {

// "Toegestaan in postlint.toml:12: nummer van het museum." Names nobody who agreed.
std::string suppression_sentence(const Suppression& suppression, Language language);

}  // namespace postlint
