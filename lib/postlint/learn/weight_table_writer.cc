#include "postlint/learn/weight_table_writer.h"

#include <bit>
#include <cassert>

namespace postlint {
namespace {

template <typename T>
void append(std::string& bytes, std::span<const T> values) {
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

std::vector<std::uint32_t> slots_of(const std::vector<std::uint32_t>& keys) {
  std::vector<std::uint32_t> slots(std::bit_ceil(keys.size() * 2 + 1), 0);
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    std::size_t slot = WeightTable::first_slot(keys[i], slots.size());
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = i + 1;
  }
  return slots;
}

}  // namespace

void WeightTableWriter::add(std::uint32_t key, float length,
                            std::span<const WeightTable::Weight> weights) {
  assert(keys_.empty() || keys_.back() < key);
  keys_.push_back(key);
  lengths_.push_back(length);
  weights_.insert(weights_.end(), weights.begin(), weights.end());
  starts_.push_back(static_cast<std::uint32_t>(weights_.size()));
}

std::string WeightTableWriter::bytes() const {
  const auto slots = slots_of(keys_);
  const std::uint32_t sizes[] = {static_cast<std::uint32_t>(keys_.size()),
                                 static_cast<std::uint32_t>(slots.size()),
                                 static_cast<std::uint32_t>(weights_.size())};
  std::string bytes;
  append(bytes, std::span<const std::uint32_t>(sizes));
  append(bytes, std::span<const float>(&scale_, 1));
  append(bytes, std::span<const std::uint32_t>(keys_));
  append(bytes, std::span<const std::uint32_t>(slots));
  append(bytes, std::span<const std::uint32_t>(starts_));
  append(bytes, std::span<const float>(lengths_));
  append(bytes, std::span<const WeightTable::Weight>(weights_));
  return bytes;
}

}  // namespace postlint
