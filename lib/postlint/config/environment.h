// What the environment says about settings, and where the user's and the system's files are.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "postlint/config/layer.h"

namespace postlint {

// The value of a variable; null where it is not set. std::getenv will do.
using Variables = std::function<const char*(const char*)>;

// Absolute paths; empty: there is none. The files need not exist.
struct ConfigPlaces {
  // $POSTLINT_SYSTEM_CONFIG, else /etc/postlint/postlint.toml.
  std::string system;
  // $XDG_CONFIG_HOME/postlint/postlint.toml, else ~/.config/postlint/postlint.toml. A variable that
  // holds no absolute path is not used, as the XDG base directory specification has it.
  std::string user;
  // $POSTLINT_CONFIG, as the user wrote it: read instead of the files of folders.
  std::string named;
};
ConfigPlaces config_places(const Variables& variables);

// POSTLINT_ROLE, POSTLINT_FAIL_ON, ... (config/keys.h). An empty value is none. A value that is not
// among the choices is appended to `errors` (toml.unknown-value).
Layer environment_layer(const Variables& variables, Errors& errors);

// What to say of variables that are called like ours and are none (config.unknown-variable, with
// the nearest): POSTLINT_ROL is a slip, and would do nothing. `names`: of all that are set.
std::vector<Message> unknown_variables(std::span<const std::string> names);

}  // namespace postlint
