#include "postlint/fix/pseudonyms.h"

#include <algorithm>
#include <charconv>

#include "postlint/base/keyed_digest.h"
namespace postlint {
namespace {

constexpr std::size_t kShortestKey = 16;
// A text that holds an absurdly high number does not use up the numbers that a mask has room for.
constexpr std::uint32_t kHighestReserved = 100'000;

// Six signs of the first eight bytes of a digest: 28 to the sixth fits in them many times over, so
// that all codes are as good as equally likely.
std::string code_from(const KeyedDigest& digest) {
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < sizeof rest; ++i) rest = rest << 8 | digest[i];
  std::string code;
  for (std::size_t i = 0; i < kCodeLength; ++i) {
    const std::size_t choices = i == 0 ? kCodeLetters : kCodeSigns.size();
    code += kCodeSigns[rest % choices];
    rest /= choices;
  }
  return code;
}

}  // namespace

Result<PseudonymKey> PseudonymKey::from(std::string bytes, const std::string& file) {
  if (bytes.size() >= kShortestKey) return PseudonymKey(std::move(bytes));
  return failure(
      {file, 0, 0, {"fix.short-key", {{"bytes", static_cast<std::int64_t>(kShortestKey)}}}});
}

std::string PseudonymKey::code_of(std::string_view kind, std::string_view thing) const {
  return code_from(keyed_digest(bytes_, {kind, thing}));
}

void Pseudonyms::reserve(std::string_view text, const Masks& masks) {
  for (const MaskPlace& place : masks.in(text)) {
    std::uint32_t number = 0;
    const char* end = place.label.data() + place.label.size();
    if (std::from_chars(place.label.data(), end, number).ptr != end) continue;  // a code, or none
    std::uint32_t& last = last_[std::string(place.mask)];
    last = std::max(last, std::min(number, kHighestReserved));
  }
}

std::string Pseudonyms::of(const std::string& mask, const std::string& thing) {
  if (key_) return labelled(mask, key_->code_of(mask, thing));
  std::uint32_t& number = numbers_[{mask, thing}];
  if (number == 0) number = ++last_[mask];
  return labelled(mask, std::to_string(number));
}

}  // namespace postlint
