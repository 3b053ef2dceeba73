#include "postlint/detect/words/slips.h"

#include <algorithm>
#include <array>
#include <optional>

#include "postlint/base/ascii.h"

namespace postlint {
namespace {

constexpr std::size_t kShortestForAnySlip = 5;
constexpr std::size_t kShortestForSwap = 4;

bool is_sign(char c) { return std::string_view("*#$@.%&?!+~^_").find(c) != std::string_view::npos; }

std::size_t common_start(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

bool is_swapped(std::string_view word, std::string_view target) {
  const std::size_t at = common_start(word, target);
  return word.size() == target.size() && at + 1 < word.size() && word[at] == target[at + 1] &&
         word[at + 1] == target[at] && word.substr(at + 2) == target.substr(at + 2);
}

// Where `longer` has the one letter that `shorter` has not.
std::optional<std::size_t> extra_letter(std::string_view shorter, std::string_view longer) {
  if (longer.size() != shorter.size() + 1) return std::nullopt;
  const std::size_t at = common_start(shorter, longer);
  if (longer.substr(at + 1) != shorter.substr(at)) return std::nullopt;
  return at;
}

bool is_one_of_two(std::string_view word, std::size_t at) {
  return (at > 0 && word[at] == word[at - 1]) || (at + 1 < word.size() && word[at] == word[at + 1]);
}

bool look_or_sound_alike(char a, char b) {
  static constexpr std::array<std::string_view, 4> kAlike = {"uv", "ck", "sz", "fv"};
  return a != b && std::any_of(kAlike.begin(), kAlike.end(), [&](std::string_view pair) {
           return pair.find(a) != std::string_view::npos && pair.find(b) != std::string_view::npos;
         });
}

bool has_one_like_letter(std::string_view word, std::string_view target) {
  const std::size_t at = common_start(word, target);
  return word.size() == target.size() && at < word.size() &&
         look_or_sound_alike(word[at], target[at]) && word.substr(at + 1) == target.substr(at + 1);
}

}  // namespace

bool is_a_letter_off(std::string_view word, std::string_view target) {
  if (has_one_like_letter(word, target)) return true;
  if (target.size() < kShortestForSwap) return false;
  if (is_swapped(word, target)) return true;
  const auto dropped = extra_letter(word, target);
  const auto added = extra_letter(target, word);
  if (target.size() >= kShortestForAnySlip) return dropped || added;
  return (dropped && is_one_of_two(target, *dropped)) || (added && is_one_of_two(word, *added));
}

bool has_hiding_signs(std::string_view word) {
  const auto signs = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_sign));
  const auto letters =
      static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_ascii_lower<char>));
  return signs > 0 && signs <= letters && signs + letters == word.size();
}

bool fits_signs(std::string_view word, std::string_view target) {
  return word.size() == target.size() &&
         std::equal(word.begin(), word.end(), target.begin(),
                    [](char w, char t) { return w == t || is_sign(w); });
}

}  // namespace postlint
