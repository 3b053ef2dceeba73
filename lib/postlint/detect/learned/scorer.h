// The learned scores of one document.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "postlint/detect/learned/features.h"
#include "postlint/detect/learned/model.h"

namespace postlint {

// A word of a sentence and what it adds to a score.
struct Contribution {
  std::uint32_t token;
  float weight;
};

// Scratch of one thread.
class Scorer {
 public:
  // Findings that `features` mask must have been set. All must outlive this use.
  void start(const LearnedModel& model, const FeatureSpec& features,
             const Annotations& annotations);

  // Of each sentence head, in their order; of each draft head. Valid until the next call of either.
  std::span<const float> sentence(std::uint32_t number);
  std::span<const float> draft();

  // What the words of a sentence add to the score of a head, by position.
  std::vector<Contribution> contributions(std::uint32_t sentence, std::size_t head);

  const FeatureReader& reader() const { return reader_; }

 private:
  // Sums of weights of one block, and the square of its length.
  struct Block {
    std::vector<float> sums;
    float length = 0;
  };

  void add_features(const WeightTable& table, std::span<Block> blocks);
  void sum_subject();

  const LearnedModel* model_ = nullptr;
  FeatureReader reader_;
  std::vector<Feature> features_;
  std::vector<std::uint32_t> seen_;  // by feature: when it was last counted
  std::uint32_t round_ = 0;
  std::array<Block, kFeatureBlocks> blocks_;
  std::vector<float> subject_;  // what the draft block adds to each sentence head
  std::vector<float> scores_;
};

}  // namespace postlint
