#include "postlint/base/keyed_digest.h"

#include <nettle/hmac.h>

namespace postlint {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

void add(hmac_sha256_ctx& state, std::string_view field) {
  std::uint8_t size[8];
  for (std::size_t i = 0; i < sizeof size; ++i)
    size[i] = static_cast<std::uint8_t>(std::uint64_t{field.size()} >> (8 * i));
  ::hmac_sha256_update(&state, sizeof size, size);
  ::hmac_sha256_update(&state, field.size(), bytes_of(field));
}

}  // namespace

KeyedDigest keyed_digest(std::string_view key, std::initializer_list<std::string_view> fields) {
  hmac_sha256_ctx state;
  ::hmac_sha256_set_key(&state, key.size(), bytes_of(key));
  for (const std::string_view field : fields) add(state, field);
  KeyedDigest digest;
  ::hmac_sha256_digest(&state, digest.size(), digest.data());
  return digest;
}

}  // namespace postlint
