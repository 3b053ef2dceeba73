// Weighs a candidate: what stands around it raises or lowers its confidence.
#pragma once

#include <span>

#include "postlint/detect/candidate.h"
#include "postlint/detect/compiled_rule.h"
#include "postlint/detect/phrase/finder.h"

namespace postlint {

// Applies contexts in their order (raise, lower, veto, needs) to `candidate`. With `sources`, where
// they are written, each effect leaves a step; null: nothing is explained.
void weigh(std::span<const CompiledContext> contexts, PhraseFinder& finder,
           const SourceTable* sources, Candidate& candidate);

// That an exception of a pattern lets a match stand.
EvidenceStep step_of_exception(const CompiledPattern& pattern, const PhraseMatch& exception,
                               const PhraseFinder& finder, const SourceTable& sources);

}  // namespace postlint
