// The files that a linter is made of: where they are, and what is in them. Private to the library.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "postlint/linter.h"
#include "postlint/policy/protocol.h"
#include "postlint/rules/lexicon.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// Reads everything that LoadOptions name, and gathers what is wrong with any of it.
class DataFiles {
 public:
  explicit DataFiles(const LoadOptions& options);

  std::optional<Lexicon> lexicon();
  std::vector<RuleSpec> rules();
  std::vector<Protocol> protocols();

  // So far, in the order of the calls.
  std::vector<Error>& errors() { return errors_; }

 private:
  std::vector<PatternFile> read(const std::vector<std::string>& paths);
  void fail(const Errors& errors) { errors_.insert(errors_.end(), errors.begin(), errors.end()); }

  const LoadOptions& options_;
  std::filesystem::path folder_;
  std::vector<Error> errors_;
};

}  // namespace postlint
