// The source form of a dictionary: dictionaries/FOLDER/NAME.txt, or a user's own list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/base/source_place.h"
#include "postlint/lexicon/inflection.h"
#include "postlint/lexicon/roles.h"

namespace postlint {

// A word list as its file states it:
//
//   # title: Schoolse scheldwoorden
//   # source: own collection
//   # licence: Apache-2.0
//   # inflect: noun
//   # role: weighty, misspelt
//   # includes: scheldwoorden
//   sukkel
//   zachte heelmeester
//
// One term a line, of one or more words. Lines that start with "#" are the header or remarks.
struct WordList {
  std::string name;  // the file's name without folder and ".txt": what patterns call it
  std::string title;
  std::string source;
  std::string licence;
  std::vector<WordClass> inflect;    // forms that count as well: "# inflect: noun, adjective"
  std::vector<std::string> terms;    // folded (text/folding.h), in file order
  std::vector<WordRole> roles = {};  // what the code uses it for
  // Lists all of whose terms are in this one too, with the forms that they have there.
  std::vector<SourceText> includes = {};
  std::string file = {};  // for errors
};

// Reads a list from memory. `file` names it in errors: a missing title, source or licence, an
// unknown word class or role, a term without letters or digits. Terms that are not folded are
// folded.
Result<WordList> parse_word_list(std::string_view text, const std::string& file);

// The same from a file.
Result<WordList> read_word_list(const std::string& path);

}  // namespace postlint
