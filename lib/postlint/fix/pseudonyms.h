// Labels for masks, so that a reader of the fixed text can tell who is who without knowing who:
// "[NAAM-1]" is the same person throughout.
//
// Without a key, things are numbered in the order in which they come, and what got which number is
// forgotten with this object: texts agree that were fixed in one run. With a key the label is a
// code made of the thing and the key (HMAC-SHA-256, RFC 2104), so that texts fixed at any time
// agree and no list of names is kept anywhere. Whoever has the key can try names against the codes:
// it is as secret as the names. Codes have 28 bits: of 1,000 people two share one with a chance of
// 1 in 700.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "postlint/base/result.h"
#include "postlint/rules/masks.h"

namespace postlint {

// A secret of at least 16 bytes.
class PseudonymKey {
 public:
  // Errors: fix.short-key.
  static Result<PseudonymKey> from(std::string bytes, const std::string& file);

  // The code of a thing of one kind.
  std::string code_of(std::string_view kind, std::string_view thing) const;

 private:
  explicit PseudonymKey(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;
};

// A value: copies go on by themselves. Not thread-safe.
class Pseudonyms {
 public:
  explicit Pseudonyms(std::optional<PseudonymKey> key = {}) : key_(std::move(key)) {}

  // Numbers that a text already holds are given to nothing else. Call it for all texts of a run
  // before the first is fixed.
  void reserve(std::string_view text, const Masks& masks);

  // The labelled mask of a thing, in the form in which things are compared (fix/identity.h).
  std::string of(const std::string& mask, const std::string& thing);

 private:
  std::optional<PseudonymKey> key_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> numbers_;  // (mask, thing) -> number
  std::map<std::string, std::uint32_t, std::less<>> last_;                // mask -> last one given
};

}  // namespace postlint
