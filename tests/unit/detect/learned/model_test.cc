// From evidence to probability.
#include "postlint/detect/learned/model.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

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
