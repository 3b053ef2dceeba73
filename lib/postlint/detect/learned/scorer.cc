#include "postlint/detect/learned/scorer.h"

#include <map>

namespace postlint {

void Scorer::start(const LearnedModel& model, const FeatureSpec& features,
                   const Annotations& annotations) {
  model_ = &model;
  reader_.start(features, annotations);
  subject_.clear();
}

// A feature counts once, however often it is there.
void Scorer::add_features(const WeightTable& table, std::span<Block> blocks) {
  ++round_;
  if (seen_.size() < table.size()) seen_.resize(table.size());
  for (const Feature& feature : features_) {
    const std::uint32_t number = table.find(feature.key);
    if (number == WeightTable::kNone || seen_[number] == round_) continue;
    seen_[number] = round_;
    Block& block = blocks[static_cast<std::size_t>(block_of(kind_of_key(feature.key)))];
    block.length += table.length(number);
    for (const WeightTable::Weight& weight : table.weights(number)) {
      if (weight.head < block.sums.size()) block.sums[weight.head] += weight.value;
    }
  }
}

void Scorer::sum_subject() {
  features_.clear();
  reader_.read_subject(features_);
  Block& block = blocks_[static_cast<std::size_t>(FeatureBlock::draft)];
  block.length = 0;
  block.sums.assign(model_->sentence.heads.size(), 0);
  add_features(model_->sentence.weights, blocks_);
  const float factor =
      block_factor(FeatureBlock::draft, block.length) * model_->sentence.weights.scale();
  for (const float sum : block.sums) subject_.push_back(sum * factor);
}

std::span<const float> Scorer::sentence(std::uint32_t number) {
  if (subject_.empty()) sum_subject();
  features_.clear();
  reader_.read_sentence(number, features_);
  for (Block& block : blocks_) {
    block.length = 0;
    block.sums.assign(model_->sentence.heads.size(), 0);
  }
  add_features(model_->sentence.weights, blocks_);
  scores_ = subject_;
  for (std::size_t b = 0; b < kFeatureBlocks; ++b) {
    const float factor = block_factor(static_cast<FeatureBlock>(b), blocks_[b].length) *
                         model_->sentence.weights.scale();
    for (std::size_t i = 0; i < scores_.size(); ++i) scores_[i] += blocks_[b].sums[i] * factor;
  }
  for (std::size_t i = 0; i < scores_.size(); ++i) scores_[i] += model_->sentence.heads[i].bias;
  return scores_;
}

std::span<const float> Scorer::draft() {
  features_.clear();
  reader_.read_draft(features_);
  for (Block& block : blocks_) {
    block.length = 0;
    block.sums.assign(model_->draft.heads.size(), 0);
  }
  ++round_;
  add_features(model_->draft.weights, blocks_);
  const Block& words = blocks_[static_cast<std::size_t>(FeatureBlock::words)];
  const float factor =
      block_factor(FeatureBlock::words, words.length) * model_->draft.weights.scale();
  scores_.clear();
  for (std::size_t i = 0; i < words.sums.size(); ++i)
    scores_.push_back(words.sums[i] * factor + model_->draft.heads[i].bias);
  return scores_;
}

std::vector<Contribution> Scorer::contributions(std::uint32_t sentence, std::size_t head) {
  features_.clear();
  reader_.read_sentence(sentence, features_);
  std::map<std::uint32_t, float> by_token;
  for (const Feature& feature : features_) {
    by_token.try_emplace(feature.first, 0.0F);
    const std::uint32_t number = model_->sentence.weights.find(feature.key);
    if (number == WeightTable::kNone) continue;
    for (const WeightTable::Weight& weight : model_->sentence.weights.weights(number)) {
      if (weight.head != head) continue;
      const float half = static_cast<float>(weight.value) * model_->sentence.weights.scale() / 2;
      by_token[feature.first] += half;
      by_token[feature.last] += half;
    }
  }
  std::vector<Contribution> result;
  for (const auto& [token, weight] : by_token) result.push_back({token, weight});
  return result;
}

}  // namespace postlint
