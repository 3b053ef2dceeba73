// Zip archives, read with mistrust: nothing in them is believed without a bound, and nothing is
// ever written to where their names point.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/ingest/source_list.h"

namespace postlint {

// True if a file begins as a zip archive does.
bool is_zip(std::string_view head);

// Appends the archive's files to `list`, by name. What cannot be read goes to list.skipped.
void list_zip(const std::string& path, SourceList& list);

// Inflates one file of an archive to `write`, piece by piece. Errors: archive.damaged (also a
// checksum that does not hold, and more bytes than announced).
Result<void> inflate(const std::string& path, std::uint64_t member, const std::string& name,
                     const std::function<bool(std::string_view)>& write);

}  // namespace postlint
