// What a pattern found, on its way to becoming a finding.
#pragma once

#include <cstdint>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/rules/finding.h"

namespace postlint {

struct Candidate {
  std::uint32_t rule = 0;     // in RuleBook::rules
  std::uint32_t pattern = 0;  // in its patterns
  bool whole_draft = false;   // then span and tokens mean nothing
  Span span = {};             // in the working text
  TokenRange tokens = {};     // that the span touches
  double confidence = 0;
  bool refused = false;                  // by a validator; kept only to explain
  bool reported = false;                 // after arbitration
  std::vector<EvidenceStep> steps = {};  // only when explaining
};

}  // namespace postlint
