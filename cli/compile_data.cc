// Build tool: compiles word lists, pattern sets and protocol packs (load/data_compiler.h).
//
// usage: compile_data OUTPUT WORDS PATTERNS LIST...
#include <cstdio>
#include <string>
#include <vector>

#include "postlint/load/data_compiler.h"
#include "postlint/report/messages.h"

int main(int argc, char** argv) {
  using namespace postlint;
  if (argc < 4) {
    std::fprintf(stderr, "usage: compile_data OUTPUT WORDS PATTERNS LIST...\n");
    return 2;
  }
  const DataSources sources{argv[2], argv[3], std::vector<std::string>(argv + 4, argv + argc)};
  const auto errors = compile_data(sources, argv[1]);
  for (const Error& error : errors)
    std::fprintf(stderr, "%s\n", format_error(error, Language::en).c_str());
  return errors.empty() ? 0 : 1;
}
