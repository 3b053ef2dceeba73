// SHA-256 (FIPS 180-4), for checks that are made with it. What must stay secret wants a key: see
// base/keyed_digest.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace postlint {

using Sha256 = std::array<std::uint8_t, 32>;

// Thread-safe.
Sha256 sha256(std::span<const std::uint8_t> bytes);

}  // namespace postlint
