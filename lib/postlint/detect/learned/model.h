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
#include <string>
#include <vector>

#include "postlint/detect/learned/features.h"

namespace postlint {

// Weights of features, rule by rule, in one flat table. Immutable after finish().
class WeightTable {
 public:
  struct Weight {
    std::uint16_t head;  // whose
    std::int16_t value;  // times scale
  };

  // Features in ascending order of their keys, each once. `length`: what the feature adds to the
  // square of its block's length.
  void add(std::uint32_t key, float length, std::span<const Weight> weights);
  void set_scale(float scale) { scale_ = scale; }
  // Makes the index. Before the first find().
  void finish();

  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
  std::uint32_t find(std::uint32_t key) const;
  std::size_t size() const { return keys_.size(); }
  float length(std::uint32_t feature) const { return lengths_[feature]; }
  float scale() const { return scale_; }
  std::span<const Weight> weights(std::uint32_t feature) const {
    return std::span(weights_).subspan(starts_[feature], starts_[feature + 1] - starts_[feature]);
  }

  // For the archive: everything but the index.
  template <typename Visit>
  void visit_fields(Visit visit) {
    visit(keys_, lengths_, starts_, weights_, scale_);
  }

 private:
  std::vector<std::uint32_t> keys_;
  std::vector<float> lengths_;
  std::vector<std::uint32_t> starts_ = {0};
  std::vector<Weight> weights_;
  float scale_ = 1;
  std::vector<std::uint32_t> slots_;  // feature + 1; a power of two, open addressing
};

// What is known of a unit of text before step two.
struct LearnedEvidence {
  float score = 0;
  bool reported = false;  // the rule's own patterns found it
  bool matched = false;   // a phrase of the rule matched, whatever its context made of it
  bool nearby = false;    // the rule's own patterns found something elsewhere in the draft
};

// One rule's part of the model. All learned patterns of the rule share it: they differ in the
// contexts in which they count, and in what they say.
struct LearnedHead {
  std::uint32_t rule = 0;  // in RuleBook::rules
  float bias = 0;
  // Step two: constant, score, reported, matched, nearby, score where reported, where matched.
  std::array<float, 7> second{};
  float cut = 1;  // probability from which on there is a finding

  float probability(const LearnedEvidence& evidence) const;
};

struct LearnedModel {
  FeatureSpec features;
  WeightTable sentence;  // heads of rules about words
  WeightTable draft;     // heads of rules about the draft as a whole
  std::vector<LearnedHead> sentence_heads;
  std::vector<LearnedHead> draft_heads;

  bool empty() const { return sentence_heads.empty() && draft_heads.empty(); }
  // Once, when everything is in. `lexicon`: that of the rule book.
  void finish(const Lexicon& lexicon);
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
