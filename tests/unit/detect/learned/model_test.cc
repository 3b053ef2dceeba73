// Tables of learned weights.
#include "postlint/detect/learned/model.h"

#include <array>

#include <gtest/gtest.h>

namespace postlint {
namespace {

TEST(WeightTable, FindsWhatWasPutIn) {
  WeightTable table;
  const std::array<WeightTable::Weight, 2> weights = {{{0, 100}, {2, -50}}};
  table.add(7, 0.5F, weights);
  table.add(900, 1, {});
  table.finish();
  const std::uint32_t seven = table.find(7);
  ASSERT_NE(seven, WeightTable::kNone);
  EXPECT_FLOAT_EQ(table.length(seven), 0.5F);
  ASSERT_EQ(table.weights(seven).size(), 2U);
  EXPECT_EQ(table.weights(seven)[1].value, -50);
  EXPECT_TRUE(table.weights(table.find(900)).empty());
  EXPECT_EQ(table.find(8), WeightTable::kNone);
}

TEST(WeightTable, OfNothingFindsNothing) {
  WeightTable table;
  table.finish();
  EXPECT_EQ(table.find(1), WeightTable::kNone);
}

TEST(LearnedHead, AgreementOfPhrasesRaisesItsProbability) {
  LearnedHead head;
  head.second = {-2, 1, 2, 0.5F, 0.25F, 0, 0};
  const float alone = head.probability({1, false, false, false});
  EXPECT_NEAR(alone, 1 / (1 + std::exp(1.0)), 1e-5);
  EXPECT_GT(head.probability({1, false, true, false}), alone);
  EXPECT_GT(head.probability({1, true, true, false}), head.probability({1, false, true, false}));
  EXPECT_GT(head.probability({1, false, false, true}), alone);
}

TEST(BlockFactor, GivesALongBlockTheLengthItCountsFor) {
  EXPECT_FLOAT_EQ(block_factor(FeatureBlock::words, 4), 0.5F);
  EXPECT_FLOAT_EQ(block_factor(FeatureBlock::letters, 4), 0.25F);
  EXPECT_FLOAT_EQ(block_factor(FeatureBlock::words, 0.01F),
                  1);  // one of hardly anything stays short
}

}  // namespace
}  // namespace postlint
