// Rules and protocols in the form in which the program reads them at start: compiled when postlint
// is built, so that starting costs neither parsing nor compiling. Private to the library and to the
// build.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/detect/rule_book.h"
#include "postlint/policy/protocol.h"

namespace postlint {

// The bytes of an archive. `book` and `protocols` as they were compiled; its lexicon is kept in a
// file of its own (lexicon/builder.h), to which the archive belongs.
std::string archive(const RuleBook& book, const std::vector<Protocol>& protocols);

struct Archived {
  RuleBook book;  // with the lexicon given; finish() is left to the caller
  std::vector<Protocol> protocols;
};

// Reads an archive back. `file` names it in errors: not an archive, of another version, cut short,
// or made with another lexicon.
Result<Archived> read_archive(std::string_view bytes, Lexicon lexicon, const std::string& file);

}  // namespace postlint
