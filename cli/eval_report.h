// Scores (postlint/eval/scoring.h) for people and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "postlint/base/language.h"
#include "postlint/eval/scoring.h"

namespace postlint::cli {

// Of all gold files together; either may be empty.
struct Scores {
  SpanScores spans;
  LabelScores labels;
};

// A table a kind of score; with_mistakes, each thing missed or wrongly flagged in its surroundings.
std::string eval_text(const Scores& scores, bool with_mistakes, Language language,
                      std::size_t width);

// One object: {"schema":1,"spans":{...},"labels":{...},"mistakes":[...]}; what was not measured or
// not asked for is left out.
std::string eval_json(const Scores& scores, bool with_mistakes);

}  // namespace postlint::cli
