// Settles which of the candidates are reported.
#pragma once

#include <span>
#include <vector>

#include "postlint/detect/candidate.h"
#include "postlint/detect/rule_book.h"
#include "postlint/text/document.h"

namespace postlint {

// Marks the candidates to report. `thresholds`: by rule, instead of the rules' own; empty: those.
// The order, by which the same input always gives the same report:
//   1. A candidate below its rule's threshold is out.
//   2. Candidates that overlap exclude each other if they are of one rule, or of rules that compete
//      for the same thing. The longer one stays; of equals the surer, then the rule that comes
//      first in the pattern sets, then the earlier pattern, then the earlier place.
//   3. Of a rule about the draft as a whole, the surest candidate stays.
//   4. Of a rule that joins, those that stand close together in a sentence become one, if none of
//      its competitors stands between.
void arbitrate(const RuleBook& book, const Document& document, std::span<const double> thresholds,
               bool explain, std::vector<Candidate>& candidates);

}  // namespace postlint
