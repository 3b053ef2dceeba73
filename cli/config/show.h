// postlint config show: every setting, and where it was made.
#pragma once

#include <string>
#include <vector>

#include "postlint/base/language.h"
#include "postlint/config/config.h"

namespace postlint::cli {

// A line each: key, value, origin ("postlint.toml:3", "POSTLINT_ROLE", "--role"). First what counts
// for one draft, which is `entries` (Config::entries), with the defaults that nobody changed; then
// what the files say of themselves, of what may stand, and of some files or channels alone.
std::string shown_settings(const Config& config, const std::vector<Entry>& entries,
                           Language language);

}  // namespace postlint::cli
