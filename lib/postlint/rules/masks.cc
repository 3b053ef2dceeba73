#include "postlint/rules/masks.h"

#include <algorithm>

#include "postlint/base/ascii.h"

namespace postlint {
namespace {

constexpr std::size_t kLongestMask = 42;  // with its brackets
constexpr std::size_t kLongestNumber = 6;
constexpr std::size_t kLongest = kLongestMask + 1 + std::max(kCodeLength, kLongestNumber);

bool is_number(std::string_view label) {
  return label.size() <= kLongestNumber && is_all_digits(label);
}

bool is_code(std::string_view label) {
  return label.size() == kCodeLength && kCodeSigns.find(label.front()) < kCodeLetters &&
         label.find_first_not_of(kCodeSigns) == std::string_view::npos;
}

std::string_view without_bracket(std::string_view mask) { return mask.substr(0, mask.size() - 1); }

}  // namespace

bool is_mask(std::string_view text) {
  if (text.size() < 3 || text.size() > kLongestMask) return false;
  if (!text.starts_with('[') || !text.ends_with(']')) return false;
  return text.substr(1, text.size() - 2).find_first_of("[]\r\n") == std::string_view::npos;
}

std::string labelled(std::string_view mask, std::string_view label) {
  return std::string(without_bracket(mask)).append("-").append(label).append("]");
}

Masks::Masks(std::span<const Rule> rules) {
  for (const Rule& rule : rules) {
    if (!rule.mask.empty()) masks_.push_back(rule.mask);
  }
  std::sort(masks_.begin(), masks_.end());
  masks_.erase(std::unique(masks_.begin(), masks_.end()), masks_.end());
}

std::optional<MaskPlace> Masks::at(std::string_view text, std::size_t begin) const {
  const std::string_view rest = text.substr(begin, kLongest);
  const std::size_t close = rest.find(']');
  if (!rest.starts_with('[') || close == std::string_view::npos) return std::nullopt;
  const std::string_view inside = rest.substr(0, close);
  for (const std::string& mask : masks_) {
    if (!inside.starts_with(without_bracket(mask))) continue;
    std::string_view label = inside.substr(mask.size() - 1);
    if (!label.empty()) {
      if (!label.starts_with('-')) continue;
      label.remove_prefix(1);
      if (!is_number(label) && !is_code(label)) continue;
    }
    const auto end = static_cast<std::uint32_t>(begin + close + 1);
    return MaskPlace{{static_cast<std::uint32_t>(begin), end}, mask, label};
  }
  return std::nullopt;
}

std::vector<MaskPlace> Masks::in(std::string_view text) const {
  std::vector<MaskPlace> places;
  for (std::size_t begin = text.find('['); begin != std::string_view::npos;) {
    const std::optional<MaskPlace> place = at(text, begin);
    if (place) places.push_back(*place);
    begin = text.find('[', place ? place->span.end : begin + 1);
  }
  return places;
}

bool Masks::hide(std::string_view text, Span span) const {
  const std::size_t first = span.begin > kLongest ? span.begin - kLongest : 0;
  for (std::size_t begin = span.begin + 1; begin-- > first;) {
    const bool opens = begin < text.size() && text[begin] == '[';
    const std::optional<MaskPlace> place = opens ? at(text, begin) : std::nullopt;
    if (place && place->span.contains(span)) return true;
  }
  return false;
}

}  // namespace postlint
