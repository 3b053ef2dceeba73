// Sizes as users write and read them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postlint::cli {

// Bytes: "4096", "64K", "10M", "1G" (of 1024, any case, "KB" and "KiB" as well). Nothing for
// anything else, for 0, and for more than 2^60.
std::optional<std::uint64_t> size_from(std::string_view text);

// "4 KiB", "1 GiB"; bytes where no larger unit fits exactly: "1500 bytes".
std::string shown_size(std::uint64_t bytes);

}  // namespace postlint::cli
