// Rules as the detector runs them: phrases, expressions and dictionaries are numbers in the rule
// book.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "postlint/base/source_table.h"
#include "postlint/detect/checks/validators.h"
#include "postlint/detect/names/model.h"
#include "postlint/detect/phrase/book.h"
#include "postlint/rules/pattern.h"

namespace postlint {

struct CompiledContext {
  ContextEffect effect = ContextEffect::raise;
  ContextScope scope = ContextScope::window;
  ContextSide side = ContextSide::both;
  std::uint32_t window = 0;
  double to = 0;
  GroupId group = kNoGroup;
  SourceLines source;
};

struct CompiledPattern {
  PatternKind kind = PatternKind::regex;
  double confidence = 0;
  double validated = 0;
  std::string validator_name;
  Validator validator = nullptr;
  MatchEdges edges = MatchEdges::word;
  std::vector<std::uint32_t> regexes;  // in RegexBook
  GroupId group = kNoGroup;            // phrase, words
  GroupId except = kNoGroup;
  std::vector<CompiledContext> context;
  Applicability when;
  std::optional<Severity> severity;
  Localized message;
  Localized advice;
  NameModel names;                           // names
  std::vector<GroupId> triggers;             // absence: each must be there
  std::vector<GroupId> satisfied_by;         // absence: and not each of these
  LengthLimit over = LengthLimit::brief;     // length
  LearnedUnit unit = LearnedUnit::sentence;  // learned
  double precise = 0;                        // learned
  SourceLines source, except_source;
  std::string about;  // what it is for, as its file says
};

struct CompiledRule {
  Rule rule;
  bool is_signal = false;
  double threshold = 0;
  std::uint32_t competes = 0;  // group of exclusion; 0: none
  std::uint32_t joins = 0;     // bytes: findings so close in a sentence are one; 0: never
  std::vector<CompiledContext> context;
  std::vector<CompiledPattern> patterns;
};

}  // namespace postlint
