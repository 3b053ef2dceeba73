// What a linter is loaded from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postlint {

// A word or phrase of the user's own (in the phrase language, patterns/README.md) for a rule that
// is there already, and where it was written down, for errors.
struct ExtraWord {
  std::string rule;  // "conduct/insult"
  std::string phrase;
  std::string file;
  std::uint32_t line = 0, column = 0;

  friend bool operator==(const ExtraWord&, const ExtraWord&) = default;
};

struct LoadOptions {
  // Folder with the compiled dictionaries and pattern sets ("lexicon.dat", "rules.dat",
  // "model.dat", "patterns/").
  // Empty: default_data_directory().
  std::string data_directory = {};
  // Further pattern sets and word lists of the user's own (TOML, see patterns/README.md).
  std::vector<std::string> pattern_files = {};
  std::vector<std::string> word_lists = {};
  // Protocol packs of the user's own (patterns/protocols/README.md), beside those of postlint.
  std::vector<std::string> protocol_files = {};
  std::vector<ExtraWord> extra_words = {};
  // Leave out the rules that come with postlint: only pattern_files count.
  bool without_built_in_rules = false;

  friend bool operator==(const LoadOptions&, const LoadOptions&) = default;
};

// What the files of the data directory hold, for programs without a file system.
struct DataBytes {
  // Of "lexicon.dat". Not copied: it must outlive the linter, and begin at a multiple of 8, as what
  // new and malloc give does.
  std::string_view lexicon;
  // Of "rules.dat", made in one go with the lexicon. Not needed any more when the linter is loaded.
  std::string_view rules;
  // Of "model.dat", for the rules that learn. Like the lexicon's.
  std::string_view model;
};

// Where the data files are: $POSTLINT_DATA, else beside the running program
// (../share/postlint or share/postlint), else where the library was installed.
std::string default_data_directory();

}  // namespace postlint
