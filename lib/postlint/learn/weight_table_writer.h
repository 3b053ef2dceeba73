// Makes the bytes of a WeightTable.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "postlint/detect/learned/weight_table.h"

namespace postlint {

class WeightTableWriter {
 public:
  // Features in ascending order of their keys, each once. `length`: what the feature adds to the
  // square of its block's length.
  void add(std::uint32_t key, float length, std::span<const WeightTable::Weight> weights);
  void set_scale(float scale) { scale_ = scale; }
  std::string bytes() const;

 private:
  std::vector<std::uint32_t> keys_;
  std::vector<std::uint32_t> starts_ = {0};
  std::vector<float> lengths_;
  std::vector<WeightTable::Weight> weights_;
  float scale_ = 1;
};

}  // namespace postlint
