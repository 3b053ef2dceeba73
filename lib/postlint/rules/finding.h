// What the linter found in a draft.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/base/span.h"
#include "postlint/rules/rule.h"

namespace postlint {

// A change that removes the finding.
struct Fix {
  std::string kind;         // "mask"
  std::string replacement;  // "[BSN]"
};

// Who says that a finding need not count.
enum class SuppressionKind : std::uint8_t {
  organisation,  // it is the organisation's own: its number, its address, its public staff
  allow,         // an [[allow]] entry of a settings file or a side file
  consent,       // the person agreed
  mark,          // a mark in the text's own comments
  baseline,      // it was known already
};
std::string_view name_of(SuppressionKind kind);

struct Suppression {
  SuppressionKind kind = SuppressionKind::allow;
  std::size_t entry = 0;  // its number among the entries of its kind, from 1
  std::string where;      // "postlint.toml:12"
  std::string reason;     // as the entry gives it; empty where the kind says it all

  friend bool operator==(const Suppression&, const Suppression&) = default;
};

// One step in judging what a pattern found, for --explain.
struct EvidenceStep {
  std::string what;  // message key: "evidence.validator", "evidence.raise", ...
  std::string
      detail;  // what did it: the phrase or expression as it is written, a validator, a rule
  double confidence = 0;   // after this step
  std::string where = {};  // where that is written: "patterns/conduct/insult.toml:12"
  std::string about = {};  // what the pattern is for, as its file says
  std::string words = {};  // of the text: those that a piece of context is about
};

// A clause that a finding rests on.
struct CitedClause {
  std::string number;  // "ubbo-emmius 5.2a"
  Localized text;      // what it asks, in a few words
};

struct Finding {
  const Rule* rule = nullptr;             // owned by the Linter; valid as long as it lives
  Severity severity = Severity::warning;  // after policy
  double confidence = 0;                  // 0..1
  std::optional<Span> span;               // bytes of the author's text; none: the draft as a whole
  Localized message;  // what is the matter: the rule's text, or that of one of its patterns
  Localized advice;   // what to do about it; may be empty
  std::vector<CitedClause> clauses;
  Localized ask;   // whom to ask; may be empty
  Localized note;  // e.g. on reporting to the police; may be empty
  std::optional<Fix> fix;
  std::optional<Suppression> suppression;  // in Report::suppressed alone
  std::vector<EvidenceStep> steps;         // how postlint came to it; only if asked for
};

// What is to be done with a draft: the worst of its findings decides.
enum class Verdict : std::uint8_t {
  allow,    // nothing, or advice alone
  confirm,  // at least one warning
  block,    // at least one error
};
std::string_view name_of(Verdict verdict);

// What was considered and is no finding, and why not.
struct Explanation {
  const Rule* rule = nullptr;
  std::optional<Span> span;  // bytes of the author's text
  std::vector<EvidenceStep> steps;
};

struct Report {
  std::vector<Finding> findings;     // by position, whole-draft ones last
  std::vector<Finding> suppressed;   // what entries lifted; counts for no verdict
  std::vector<Suppression> expired;  // entries that would have lifted a finding before they ended
  Errors wrong_marks;                // marks of the text that count for nothing, and why
  Verdict verdict = Verdict::allow;
  std::size_t repaired = 0;               // invalid UTF-8 sequences read as U+FFFD
  std::vector<Explanation> explanations;  // only if asked for
};

}  // namespace postlint
