// Hooks that are lines in the settings of a mail program.
#pragma once

#include "hook/hook.h"

namespace postlint::cli {

// At the end of `path`, neomutt's own settings: $sendmail, with the command that it was before.
Result<std::unique_ptr<Hook>> make_neomutt_hook(std::string path);

// In `path`, aerc's accounts.conf: `outgoing` of each account that hands its mail to a program.
Result<std::unique_ptr<Hook>> make_aerc_hook(std::string path);

}  // namespace postlint::cli
