// The masks that `postlint fix` leaves in a text: "[BSN]", or with a label "[NAAM-2]",
// "[NAAM-K7Q2XM]". They are opaque: nothing is ever found inside one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/rules/rule.h"

namespace postlint {

// A code that stands for a thing in every text that was fixed with the same key: six signs, the
// first a letter, none a vowel or easily taken for another sign.
inline constexpr std::size_t kCodeLength = 6;
inline constexpr std::string_view kCodeSigns = "BCDFGHJKLMNPQRSTVWXZ23456789";
inline constexpr std::size_t kCodeLetters = 20;  // of them are letters

// True if `text` may be a rule's mask: square brackets around 1 to 40 bytes without brackets or
// line ends.
bool is_mask(std::string_view text);

// `mask` with a label: "[NAAM]" and "2" give "[NAAM-2]".
std::string labelled(std::string_view mask, std::string_view label);

// A mask in a text.
struct MaskPlace {
  Span span;
  std::string_view mask;   // "[NAAM]"; owned by the Masks
  std::string_view label;  // "2", a code, or nothing; in the text
};

// Finds the masks of a set of rules. Immutable, safe to share between threads.
class Masks {
 public:
  explicit Masks(std::span<const Rule> rules);

  // The mask that begins at this byte of the text.
  std::optional<MaskPlace> at(std::string_view text, std::size_t begin) const;
  // All of them, by position.
  std::vector<MaskPlace> in(std::string_view text) const;
  // True if `span` lies inside a mask.
  bool hide(std::string_view text, Span span) const;

 private:
  std::vector<std::string> masks_;  // each once
};

}  // namespace postlint
