// What was learned from annotated posts: for each rule of meaning a linear score over features, and
// what that score and the rule's own phrases are worth together.
//
// Step one is a sum of weights, fitted by logistic regression (learn/fit.h). Step two turns the
// score, and whether phrases of the rule agree, into a probability; its cut is chosen on posts held
// out from fitting, so that a wanted share of all findings is right.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "postlint/detect/learned/features.h"
#include "postlint/detect/learned/weight_table.h"

namespace postlint {

// What is known of a unit of text before step two.
struct LearnedEvidence {
  float score = 0;
  bool reported = false;  // the rule's own patterns found it
  bool matched = false;   // a phrase of the rule matched, whatever its context made of it
  bool nearby = false;    // the rule's own patterns found something elsewhere in the draft
};

// How one rule fares on posts held out from fitting, in turn. A sentence, or a draft, is one thing.
struct HeldOutFigures {
  std::string rule;
  std::size_t marked = 0;
  std::size_t reported = 0;
  std::size_t right = 0;
  std::size_t own_reported = 0;  // by the rule's phrases alone
  std::size_t own_right = 0;
};

// One rule's part of the model. All learned patterns of the rule share it: they differ in the
// contexts in which they count, and in what they say.
struct LearnedHead {
  static constexpr std::uint32_t kNoRule = 0xFFFF'FFFF;

  std::uint32_t rule = kNoRule;  // in RuleBook::rules; none: the book does not have it
  float bias = 0;
  // Step two: constant, score, reported, matched, nearby, score where reported, where matched.
  std::array<float, 7> second{};
  float cut = 1;  // probability from which on there is a finding
  HeldOutFigures figures;

  float probability(const LearnedEvidence& evidence) const;
};

// Heads, and the weights of features for each of them by its number.
struct LearnedHeads {
  std::vector<LearnedHead> heads;
  WeightTable weights;
};

struct LearnedModel {
  LearnedHeads sentence;                // of rules about words
  LearnedHeads draft;                   // of rules about the draft as a whole
  std::size_t posts = 0;                // that it was fitted to
  std::shared_ptr<const void> storage;  // what weights are views of, if it is the model's own

  bool empty() const { return sentence.heads.empty() && draft.heads.empty(); }
};

// What a block counts for beside the others, and the factor that gives one its length. A block with
// hardly anything known in it stays short: two rare letters are no evidence.
inline constexpr std::array<float, kFeatureBlocks> kBlockWeights = {1.0F, 0.5F, 0.5F};
inline float block_factor(FeatureBlock block, float squared_length) {
  constexpr float kShortest = 1;
  return kBlockWeights[static_cast<std::size_t>(block)] /
         std::sqrt(std::max(squared_length, kShortest));
}

}  // namespace postlint
