// Compiles word lists, pattern sets and protocol packs into what the program maps and reads at
// start.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "postlint/base/error.h"

namespace postlint {

struct DataSources {
  std::string dutch_words;         // Debian's wdutch: one word a line
  std::filesystem::path patterns;  // a folder of pattern sets, packs in "protocols" below it
  std::vector<std::string> lists;  // word lists
};

// Writes output/lexicon.dat and output/rules.dat and copies the pattern sets beside them. Returns
// everything that is wrong with any of the sources; then nothing was written.
std::vector<Error> compile_data(const DataSources& sources, const std::filesystem::path& output);

}  // namespace postlint
