// What a text must hold for an expression to match in it. Most texts lack it for most expressions,
// which then need not be run, nor even compiled.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postlint {

using ByteSet = std::bitset<256>;

// What is observed of a text, in one pass over it.
class TextTraits {
 public:
  explicit TextTraits(std::string_view text);

  std::size_t size() const { return size_; }
  // Code characters are digits, capitals and "<"; a cluster is a row of them with at most
  // kLongestGap other bytes between two. The most of a cluster, and the most digits of one.
  std::uint32_t codes() const { return codes_; }
  std::uint32_t digits() const { return digits_; }
  bool has_one_of(const ByteSet& bytes) const { return (present_ & bytes).any(); }
  // Letters that a small "k" or "s" means as well where case is ignored.
  bool has_odd_letters() const;
  // May be true of a literal that is not there. ASCII capitals count as small letters.
  bool may_hold(std::string_view literal) const;

  static constexpr std::uint32_t kLongestGap = 3;

 private:
  static constexpr std::size_t kPairs = 4096;
  static std::size_t pair(unsigned char first, unsigned char second);

  std::size_t size_;
  std::uint32_t codes_ = 0;
  std::uint32_t digits_ = 0;
  ByteSet present_;
  std::bitset<kPairs> pairs_;  // of neighbouring bytes, in small letters, hashed
};

struct RegexNeeds {
  std::uint64_t size = 0;             // bytes of the shortest match
  std::uint32_t codes = 0;            // code characters of a cluster
  std::uint32_t digits = 0;           // so many digits among them
  std::vector<ByteSet> sets;          // of each, a byte
  std::vector<std::string> literals;  // one of these; none: whatever

  // False: no match anywhere.
  bool are_met_by(const TextTraits& text) const;
};

// Of an expression in RE2's syntax. What cannot be read here asks for nothing: the answer says too
// little rather than too much.
RegexNeeds needs_of(std::string_view expression);

}  // namespace postlint
