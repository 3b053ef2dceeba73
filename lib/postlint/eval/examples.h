// Rules prove themselves: runs the examples that stand in pattern files.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/base/result.h"
#include "postlint/linter.h"

namespace postlint {

struct ExampleRun {
  std::size_t rules = 0;
  std::size_t examples = 0;
  // One for each example that did not come out as it says: where it stands, and what was reported
  // instead. Or, when the files could not be loaded, what is wrong with them (then rules is 0).
  std::vector<Error> failures;
};

// Loads the pattern sets that `options` name and checks every example of every rule, by the rule's
// own patterns alone (what rules learn is proved by posts held out from learning): in a `flag`
// example the rule reports exactly the marked words (or the draft, if it reports drafts), in a
// `pass` example nothing. What other rules find in it does not matter.
ExampleRun run_examples(const LoadOptions& options);

// The examples of a rule, for people to read: the words reported stand between « and », and who
// posts where stands after the text where it matters: "... (employee, facebook)".
struct RuleExamples {
  std::vector<std::string> flag, pass;
};

// Of every rule that has some, by its id. Errors: what is wrong with the files.
Result<std::map<std::string, RuleExamples>> examples_to_show(const LoadOptions& options);

}  // namespace postlint
