// Build tool: compiles the word lists of dictionaries/ and Debian's wdutch into lexicon.dat.
//
// usage: compile_data OUTPUT WORDS LIST...
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/mapped_file.h"
#include "postlint/report/messages.h"
#include "postlint/rules/lexicon.h"
#include "postlint/rules/lexicon_builder.h"
#include "postlint/rules/word_list.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

int report(const Errors& errors) {
  for (const Error& error : errors) {
    std::fprintf(stderr, "%s\n", format_error(error, Language::en).c_str());
  }
  return 1;
}

// Ordinary words and names are told apart by the capital that the list gives names.
void split_by_capital(std::string_view words, WordList& ordinary, WordList& proper) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('\n'), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    std::string folded = fold(word);
    if (folded.empty()) continue;
    const bool has_capital = word.front() >= 'A' && word.front() <= 'Z';
    (has_capital ? proper : ordinary).terms.push_back(std::move(folded));
  }
}

int compile(const std::string& output, const std::string& words_path,
            const std::vector<std::string>& lists) {
  Lexicon lexicon;
  Errors errors;
  const auto words = MappedFile::open(words_path);
  if (!words) return report(words.error());
  WordList ordinary{"dutch", "Dutch words", "wdutch", "BSD or CC-BY", {}, {}};
  WordList proper{"dutch-proper", "Dutch names", "wdutch", "BSD or CC-BY", {}, {}};
  split_by_capital(words->bytes(), ordinary, proper);
  std::vector<WordList> all{std::move(ordinary), std::move(proper)};
  for (const std::string& path : lists) {
    auto list = read_word_list(path);
    if (list) {
      all.push_back(std::move(*list));
    } else {
      errors.insert(errors.end(), list.error().begin(), list.error().end());
    }
  }
  for (const WordList& list : all) {
    const auto added = lexicon.add(list);
    if (!added) errors.insert(errors.end(), added.error().begin(), added.error().end());
  }
  if (!errors.empty()) return report(errors);
  std::ofstream file(output, std::ios::binary);
  file << compile_lexicon(lexicon);
  file.close();
  if (file) return 0;
  std::fprintf(stderr, "%s: cannot be written\n", output.c_str());
  return 1;
}

}  // namespace
}  // namespace postlint

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: compile_data OUTPUT WORDS LIST...\n");
    return 2;
  }
  return postlint::compile(argv[1], argv[2], std::vector<std::string>(argv + 3, argv + argc));
}
