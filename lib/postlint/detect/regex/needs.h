// What a text must hold for an expression to match in it. Most texts lack it for most expressions,
// which then need not be run, nor even compiled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/detect/regex/text_traits.h"

namespace postlint {

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
