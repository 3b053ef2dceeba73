// All rules compiled: what the detector runs. Immutable, shared between threads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "postlint/base/source_table.h"
#include "postlint/detect/compiled_rule.h"
#include "postlint/detect/learned/model.h"
#include "postlint/detect/pattern_index.h"
#include "postlint/detect/phrase/anchor_index.h"
#include "postlint/detect/phrase/book.h"
#include "postlint/detect/regex/book.h"
#include "postlint/detect/words/word_knowledge.h"
#include "postlint/lexicon/lexicon.h"

namespace postlint {

struct RuleBook {
  Lexicon lexicon;
  WordKnowledge words;  // about the lexicon's words
  PhraseBook phrases;
  AnchorIndex anchors;
  RegexBook regexes;
  PatternIndex steps;
  FeatureSpec features;  // what learned scores see of a text
  LearnedModel learned;
  std::vector<CompiledRule> rules;
  SourceTable sources;
  std::vector<std::string>
      competitions;                  // names of groups of exclusion; CompiledRule::competes - 1
  std::vector<std::uint32_t> order;  // rules, each after those that it refers to

  // Makes what is derived from the rest: validators, features, the indices of anchors and patterns,
  // name marks.
  // Once, when everything is in; then the book may be run.
  void finish();
};

}  // namespace postlint
