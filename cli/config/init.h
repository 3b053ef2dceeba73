// postlint config init: a first postlint.toml.
#pragma once

#include <string>

#include "command_line.h"
#include "postlint/config/config_loader.h"

namespace postlint::cli {

// Writes `file` ("": postlint.toml here) with what the options of the command line set. On a
// terminal it asks for the rest; elsewhere what is not given stays open. A file that is there is
// kept, unless `force`. Gives the status to leave with.
int write_first_config(const std::string& file, bool force, ConfigRequest request,
                       const CommandLine& line);

}  // namespace postlint::cli
