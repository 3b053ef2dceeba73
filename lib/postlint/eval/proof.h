// Does every line of a rule earn its place? Runs the examples of all pattern files, and posts that
// people marked, and counts for each phrase what it matches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/base/source_place.h"
#include "postlint/eval/gold.h"
#include "postlint/load/options.h"

namespace postlint {

// What a phrase is for.
enum class LineUse : std::uint8_t {
  match,   // what the pattern finds
  except,  // what it is not: counts where it touches a match
  raise,   // what stands around it: counts in texts in which the pattern, or for a
  lower,   // context of the whole rule any of its patterns, matches
  veto,
  needs
};
std::string_view name_of(LineUse use);

// One phrase of a pattern, as it stands in a file.
struct ProvedLine {
  std::string rule;
  LineUse use = LineUse::match;
  SourceText source;
  bool is_signal = false;    // of a signal: there is no saying what is right
  std::size_t examples = 0;  // examples of any rule in which it counts
  std::size_t posts = 0;     // posts in which it counts
  std::size_t right = 0;     // of those, posts in which what it matches is marked with the rule

  bool proves_nothing() const { return examples == 0 && posts == 0; }
};

struct Proof {
  std::vector<ProvedLine> lines;  // in the order of the files
  std::size_t posts = 0;
  std::vector<Error> errors;  // then there are no lines
};

// `options`: which pattern sets. `post_files`: marked posts (eval/posts.h) or gold (eval/gold.h).
Proof prove_rules(const LoadOptions& options, std::span<const std::string> post_files);

}  // namespace postlint
