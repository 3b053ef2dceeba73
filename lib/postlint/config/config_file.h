// Reads a file of settings.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "postlint/config/layer.h"

namespace postlint {

// Files that `extends` names lie beneath the one that names them.
struct ConfigFile {
  std::vector<Layer> layers;  // the file itself last; empty if there is no such file
  Errors errors;              // all that is wrong with any of them
};

// Reads `path` (absolute) and what it extends. A missing file is no error here, but one that
// `extends` names is. Errors: what toml/check.h finds, config.unreadable, config.too-large,
// config.not-a-file, config.extends-circle, config.extends-deep, config.override-any (an override
// that says for which files or channels it is), config.override-channel (a channel chosen by
// channel).
ConfigFile read_config_file(const std::string& path);

// `path` (absolute) as people would write it here: from the working directory if that is shorter.
std::string shown_path(const std::string& path);

}  // namespace postlint
