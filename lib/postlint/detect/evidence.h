// Weighs a candidate: what stands around it raises or lowers its confidence.
#pragma once

#include <span>

#include "postlint/detect/candidate.h"
#include "postlint/detect/compiled_rule.h"
#include "postlint/detect/phrase/finder.h"

namespace postlint {

// Applies contexts in their order (raise, lower, veto, needs) to `candidate`. With `explain`, each
// effect leaves a step.
void weigh(std::span<const CompiledContext> contexts, PhraseFinder& finder, bool explain,
           Candidate& candidate);

}  // namespace postlint
