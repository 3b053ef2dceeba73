// HMAC-SHA-256 (RFC 2104), for what must be recognised again without being kept: whoever lacks the
// key can neither read the digest back nor try guesses against it.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace postlint {

using KeyedDigest = std::array<std::uint8_t, 32>;

// Over some fields. Each field's length goes before it, so that no two rows of fields give the same
// bytes. The key is used as it is, whatever its length. Thread-safe.
KeyedDigest keyed_digest(std::string_view key, std::initializer_list<std::string_view> fields);

}  // namespace postlint
