// Tables of learned weights, whole and broken.
#include "postlint/detect/learned/weight_table.h"

#include <array>
#include <cstring>

#include <gtest/gtest.h>

#include "postlint/learn/weight_table_writer.h"

namespace postlint {
namespace {

std::string two_features() {
  WeightTableWriter writer;
  const std::array<WeightTable::Weight, 2> weights = {{{0, 100}, {2, -50}}};
  writer.add(7, 0.5F, weights);
  writer.add(900, 1, {});
  writer.set_scale(0.25F);
  return writer.bytes();
}

TEST(WeightTable, FindsWhatWasPutIn) {
  const std::string bytes = two_features();
  const auto table = WeightTable::over(bytes);
  ASSERT_TRUE(table);
  const std::uint32_t seven = table->find(7);
  ASSERT_NE(seven, WeightTable::kNone);
  EXPECT_FLOAT_EQ(table->scale(), 0.25F);
  EXPECT_FLOAT_EQ(table->length(seven), 0.5F);
  ASSERT_EQ(table->weights(seven).size(), 2U);
  EXPECT_EQ(table->weights(seven)[1].value, -50);
  EXPECT_TRUE(table->weights(table->find(900)).empty());
  EXPECT_EQ(table->find(8), WeightTable::kNone);
}

TEST(WeightTable, OfNothingFindsNothing) {
  const std::string bytes = WeightTableWriter().bytes();
  EXPECT_EQ(WeightTable::over(bytes)->find(1), WeightTable::kNone);
  EXPECT_EQ(WeightTable().find(1), WeightTable::kNone);
}

TEST(WeightTable, IsNothingWhenCutOrLonger) {
  const std::string bytes = two_features();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(WeightTable::over(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(WeightTable::over(bytes + "1234"));
}

// Whatever a word of it says, looking up reads no further than the table goes.
TEST(WeightTable, ReadsWithinItsBytes) {
  const std::string whole = two_features();
  for (std::size_t at = 0; at + 4 <= whole.size(); at += 4) {
    for (const std::uint32_t value : {0U, 1U, 3U, 0x7FFF'FFFFU, 0xFFFF'FFFFU}) {
      std::string bytes = whole;
      std::memcpy(bytes.data() + at, &value, sizeof value);
      const auto table = WeightTable::over(bytes);
      if (!table) continue;
      for (const std::uint32_t key : {0U, 7U, 900U, value}) {
        const std::uint32_t feature = table->find(key);
        if (feature == WeightTable::kNone) continue;
        EXPECT_LT(feature, table->size());
        EXPECT_LE(table->weights(feature).size(), 2U);
      }
    }
  }
}

}  // namespace
}  // namespace postlint
