#include "postlint/base/sha256.h"

#include <nettle/sha2.h>

namespace postlint {

Sha256 sha256(std::span<const std::uint8_t> bytes) {
  sha256_ctx state;
  ::sha256_init(&state);
  ::sha256_update(&state, bytes.size(), bytes.data());
  Sha256 digest;
  ::sha256_digest(&state, digest.size(), digest.data());
  return digest;
}

}  // namespace postlint
