#include "postlint/detect/learned/weight_table.h"

#include <bit>
#include <cstring>

namespace postlint {
namespace {

// Takes arrays off the front of bytes.
class Cutter {
 public:
  explicit Cutter(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
  std::span<const T> take(std::size_t count) {
    static_assert(sizeof(T) == 4 && alignof(T) <= 4);
    if (count > rest_.size() / sizeof(T)) {
      is_whole_ = false;
      return {};
    }
    const auto* first = reinterpret_cast<const T*>(rest_.data());
    rest_.remove_prefix(count * sizeof(T));
    return {first, count};
  }
  bool is_whole() const { return is_whole_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_whole_ = true;
};

}  // namespace

std::optional<WeightTable> WeightTable::over(std::string_view bytes) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 4 != 0) return std::nullopt;
  Cutter cutter(bytes);
  const auto head = cutter.take<std::uint32_t>(3);
  const auto scale = cutter.take<float>(1);
  if (head.size() != 3 || scale.empty()) return std::nullopt;
  const Sizes sizes{head[0], head[1], head[2]};
  WeightTable table;
  table.scale_ = scale[0];
  table.keys_ = cutter.take<std::uint32_t>(sizes.features);
  table.slots_ = cutter.take<std::uint32_t>(sizes.slots);
  table.starts_ = cutter.take<std::uint32_t>(std::size_t{sizes.features} + 1);
  table.lengths_ = cutter.take<float>(sizes.features);
  table.weights_ = cutter.take<Weight>(sizes.weights);
  if (!cutter.is_whole() || !std::has_single_bit(sizes.slots)) return std::nullopt;
  return table;
}

}  // namespace postlint
