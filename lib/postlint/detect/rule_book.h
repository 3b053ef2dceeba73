// All rules compiled: what the detector runs. Immutable, shared between threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/detect/anchor_index.h"
#include "postlint/detect/name_model.h"
#include "postlint/detect/pattern_index.h"
#include "postlint/detect/phrase_program.h"
#include "postlint/detect/regex_book.h"
#include "postlint/detect/validators.h"
#include "postlint/detect/word_knowledge.h"
#include "postlint/rules/lexicon.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// A group of phrases in the book; none: nothing was stated.
using GroupId = std::uint32_t;
inline constexpr GroupId kNoGroup = 0xFFFF'FFFF;

struct CompiledContext {
  ContextEffect effect = ContextEffect::raise;
  ContextScope scope = ContextScope::window;
  ContextSide side = ContextSide::both;
  std::uint32_t window = 0;
  double to = 0;
  GroupId group = kNoGroup;
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
  NameModel names;                        // names
  std::vector<GroupId> triggers;          // absence: each must be there
  std::vector<GroupId> satisfied_by;      // absence: and not each of these
  LengthLimit over = LengthLimit::brief;  // length
  std::string described;                  // for --explain: "bsn.toml:12"
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

struct RuleBook {
  Lexicon lexicon;
  WordKnowledge words;  // about the lexicon's words
  PhraseBook phrases;
  AnchorIndex anchors;
  RegexBook regexes;
  PatternIndex steps;
  std::vector<CompiledRule> rules;
  std::vector<std::string>
      competitions;                  // names of groups of exclusion; CompiledRule::competes - 1
  std::vector<std::uint32_t> order;  // rules, each behind those that it refers to

  // Makes what is derived from the rest: validators, the indices of anchors and patterns, name
  // marks.
  // Once, when everything is in; then the book may be run.
  void finish();
};

// What a rule's findings are called as entity: 0 is the quotation.
constexpr EntityId entity_of_rule(std::size_t rule) { return static_cast<EntityId>(rule + 1); }
constexpr std::size_t rule_of_entity(EntityId entity) { return entity - 1; }

// Compiles rules into `book`, which holds the lexicon and may hold rules already; finish() is left
// to the caller. `additions` have patterns for rules of the book or of `specs`, by their id;
// nothing else of them counts. Errors, all at once: phrases and expressions that are wrong, unknown
// validators, dictionaries and entities (with the nearest name), a rule that the book has already,
// rules that refer to themselves in a circle.
Result<RuleBook> compile_rules(const std::vector<RuleSpec>& specs, RuleBook book,
                               const std::vector<RuleSpec>& additions = {});

}  // namespace postlint
