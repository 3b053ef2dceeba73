// The output formats of scan.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "scan/write.h"

namespace postlint::cli {

// The first is that for people.
std::span<const ScanFormat> scan_formats();
std::span<const std::string_view> scan_format_names();
std::optional<const ScanFormat*> scan_format_from(std::string_view name);

// For people too, without a line for each finding.
const ScanFormat& summary_format();

// For nobody: writes nothing.
const ScanFormat& no_format();

}  // namespace postlint::cli
