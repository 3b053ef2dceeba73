// Weights of features, rule by rule, in one flat table that is read where it lies, in a mapped file
// say: learn/weight_table_writer.h makes its bytes.
//
//   Sizes | scale | keys | slots | starts | lengths | weights        each 4 bytes an entry
//
// Keys ascend. `slots` is a hash table of them with open addressing (a power of two, at least twice
// as many as keys): feature + 1, or 0. The weights of feature f are those from starts[f] to
// starts[f + 1]. Numbers are as the machine has them: a table belongs to the machine that made it,
// or to one like it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace postlint {

class WeightTable {
 public:
  struct Weight {
    std::uint16_t head;  // whose
    std::int16_t value;  // times scale()
  };
  struct Sizes {
    std::uint32_t features = 0;
    std::uint32_t slots = 0;
    std::uint32_t weights = 0;
  };

  WeightTable() = default;
  // A view of `bytes`, which must begin at a multiple of 4 and outlive it; nothing if their size is
  // not what they say. What else may be wrong with them shows when a feature is looked up: then it
  // is not there, or has no weights.
  static std::optional<WeightTable> over(std::string_view bytes);

  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
  std::uint32_t find(std::uint32_t key) const {
    std::size_t slot = first_slot(key, slots_.size());
    for (std::size_t tries = 0; tries < slots_.size(); ++tries) {
      const std::uint32_t feature = slots_[slot] - 1;
      if (feature >= keys_.size()) return kNone;
      if (keys_[feature] == key) return feature;
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return kNone;
  }
  std::size_t size() const { return keys_.size(); }
  // What a feature adds to the square of its block's length.
  float length(std::uint32_t feature) const { return lengths_[feature]; }
  float scale() const { return scale_; }
  std::span<const Weight> weights(std::uint32_t feature) const {
    const std::uint32_t begin = starts_[feature];
    const std::uint32_t end = starts_[feature + 1];
    return begin <= end && end <= weights_.size() ? weights_.subspan(begin, end - begin)
                                                  : std::span<const Weight>();
  }

  // Where a key is looked for first. `slots`: a power of two.
  static constexpr std::size_t first_slot(std::uint32_t key, std::size_t slots) {
    return key * std::size_t{0x9E37'79B1} >> 7 & (slots - 1);
  }

 private:
  std::span<const std::uint32_t> keys_, slots_, starts_;
  std::span<const float> lengths_;
  std::span<const Weight> weights_;
  float scale_ = 1;
};

}  // namespace postlint
