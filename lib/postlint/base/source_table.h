// Where patterns, their context and their phrases stand in pattern files, for --explain: a few
// numbers for each, and the names of the files once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "postlint/base/slice.h"
#include "postlint/base/source_place.h"

namespace postlint {

// Of a pattern or a piece of context.
struct SourceLines {
  std::uint32_t file = 0;        // in SourceTable
  std::uint32_t line = 0;        // where it begins; 0: none is known
  Slice<std::uint32_t> of_each;  // in SourceTable: the lines of its phrases or expressions
};

// Immutable when the rules are compiled.
class SourceTable {
 public:
  // `texts`: what is looked for, in the order in which it is compiled.
  SourceLines add(const SourcePlace& place, std::span<const SourceText> texts);

  // "patterns/conduct/insult.toml:12": the line of its text number `number`, if it has that one,
  // else where it begins.
  std::string place_of(const SourceLines& source, std::size_t number) const;
  std::string place_of(const SourceLines& source) const;

  std::vector<std::string> files;
  std::vector<std::uint32_t> lines;

 private:
  std::string place_at(const SourceLines& source, std::uint32_t line) const;
};

}  // namespace postlint
