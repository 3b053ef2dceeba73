// Ways to recognise a rule, as pattern files state them (patterns/README.md). Nothing is compiled
// yet: detect/ does that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/source_place.h"
#include "postlint/base/span.h"
#include "postlint/rules/context.h"
#include "postlint/rules/name_spec.h"
#include "postlint/rules/rule.h"

namespace postlint {

enum class PatternKind : std::uint8_t {
  regex,    // RE2 on the text
  words,    // terms of dictionaries
  phrase,   // the phrase language, over tokens
  absence,  // a statement that should be there
  names,    // names of people, by evidence
  length,   // a draft that is longer than its channel has it
  learned,  // what annotated posts taught (detect/learned/model.h)
};

// What context does to the confidence of a candidate.
enum class ContextEffect : std::uint8_t {
  raise,  // to a higher value
  lower,  // to a lower value
  veto,   // to nothing
  needs,  // to nothing unless it is there
};

// Where context is looked for.
enum class ContextScope : std::uint8_t {
  window,    // so many words before and after
  sentence,  // the sentences that the candidate touches
  nearby,    // those and the sentences before and after
  draft,     // anywhere
  inside,    // the candidate lies inside such a thing ("<quotation>")
};

// Which length of the channel (Context).
enum class LengthLimit : std::uint8_t { characters, brief };

// What a learned pattern judges.
enum class LearnedUnit : std::uint8_t { sentence, draft };

enum class ContextSide : std::uint8_t { both, before, after };

struct ContextSpec {
  SourcePlace place;
  ContextEffect effect = ContextEffect::raise;
  std::vector<SourceText> phrases;  // any of them, in the phrase language
  ContextScope scope = ContextScope::window;
  ContextSide side = ContextSide::both;
  std::uint32_t window = 5;  // words; 0, in a cue of names: directly beside it
  double to = 0;             // raise and lower: the confidence it leads to; cues: the weight
};

// In which contexts a pattern counts. An empty list means any. What is unknown in a draft matches
// only empty lists and those that name "unknown"; a draft without a protocol matches "general".
struct Applicability {
  std::vector<Role> roles;
  std::vector<Account> accounts;
  std::vector<Channel> channels;
  std::vector<Audience> audiences;
  std::vector<std::string> protocols;
  std::vector<Nature> natures;

  bool holds_in(const Context& context) const;

  friend bool operator==(const Applicability&, const Applicability&) = default;
};

// How a regex match must be set off from what stands around it.
enum class MatchEdges : std::uint8_t {
  word,        // no letter or digit beside it
  identifier,  // nor "@", "_", "/", "-", or "." with a letter or digit after it: not part of
               // another
  none,
};

struct PatternSpec {
  PatternKind kind = PatternKind::regex;
  SourcePlace place;
  std::string about;                     // what it is for, in a few words; may be empty
  std::vector<SourceText> match;         // regex, phrase: any of them
  std::vector<SourceText> except;        // phrase, words: a match that touches one of these is none
  std::vector<SourceText> dictionaries;  // words
  std::string validator;                 // regex, phrase; empty: none
  MatchEdges edges = MatchEdges::word;   // regex
  double confidence = 0.8;
  double validated = 0;  // confidence once the validator agreed; 0: unchanged
  std::vector<ContextSpec> context;
  Applicability when;
  std::optional<Severity> severity;  // where they differ from the rule's
  Localized message;
  Localized advice;
  NameSpec names;                            // names
  std::vector<SourceText> triggers;          // absence: all of these are in the draft
  std::vector<SourceText> satisfied_by;      // absence: and not all of these; learned: the same
  LengthLimit over = LengthLimit::brief;     // length
  LearnedUnit unit = LearnedUnit::sentence;  // learned
  double precise = 0;  // learned: what share of its findings must be right on posts held out
};

// An annotated example: a draft, and what « » marked in it.
struct Example {
  std::string text;         // without the marks
  std::vector<Span> spans;  // bytes of `text`; none for `pass`, nor for a rule about the draft
  Context context;
  SourcePlace place;
};

// A rule with its patterns; or a signal: something that other patterns refer to as <id> and that is
// never reported.
struct RuleSpec {
  Rule rule;
  bool is_signal = false;
  SourcePlace place;
  double threshold = 0.5;            // candidates below it are not reported
  std::string competes;              // candidates of rules of one such group exclude each other
  std::uint32_t joins = 0;           // bytes: what stands so close in a sentence is one finding
  std::vector<ContextSpec> context;  // for all its patterns
  std::vector<PatternSpec> patterns;
  std::vector<Example> flag;  // examples, for `postlint rules test`
  std::vector<Example> pass;

  std::string_view short_name() const { return rule.short_name(); }
};

}  // namespace postlint
