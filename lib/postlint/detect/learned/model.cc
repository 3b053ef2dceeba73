#include "postlint/detect/learned/model.h"

#include <bit>
#include <cassert>
#include <cmath>

namespace postlint {

void WeightTable::add(std::uint32_t key, float length, std::span<const Weight> weights) {
  assert(keys_.empty() || keys_.back() < key);
  keys_.push_back(key);
  lengths_.push_back(length);
  weights_.insert(weights_.end(), weights.begin(), weights.end());
  starts_.push_back(static_cast<std::uint32_t>(weights_.size()));
}

void WeightTable::finish() {
  slots_.assign(std::bit_ceil(keys_.size() * 2 + 1), 0);
  for (std::uint32_t i = 0; i < keys_.size(); ++i) {
    std::size_t slot = keys_[i] * std::size_t{0x9E37'79B1} >> 7 & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = i + 1;
  }
}

std::uint32_t WeightTable::find(std::uint32_t key) const {
  std::size_t slot = key * std::size_t{0x9E37'79B1} >> 7 & (slots_.size() - 1);
  while (slots_[slot] != 0) {
    if (keys_[slots_[slot] - 1] == key) return slots_[slot] - 1;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return kNone;
}

float LearnedHead::probability(const LearnedEvidence& it) const {
  float sum = second[0] + second[1] * it.score;
  if (it.reported) sum += second[2] + second[5] * it.score;
  if (it.matched) sum += second[3] + second[6] * it.score;
  if (it.nearby) sum += second[4];
  return 1 / (1 + std::exp(-sum));
}

void LearnedModel::finish(const Lexicon& lexicon) {
  features.finish(lexicon);
  sentence.finish();
  draft.finish();
}

}  // namespace postlint
