// liblinear, as postlint uses it.
#include "postlint/learn/logistic.h"

#include <array>

#include <gtest/gtest.h>

namespace postlint {
namespace {

// Column 0 says yes, column 1 says no, column 2 nothing.
SparseRows rows() {
  SparseRows rows;
  for (int i = 0; i < 10; ++i) {
    rows.add(std::array<Cell, 2>{{{0, 1}, {2, 1}}});
    rows.add(std::array<Cell, 2>{{{1, 1}, {2, 1}}});
  }
  return rows;
}

TEST(Logistic, LearnsWhichColumnsSpeakForWhat) {
  const SparseRows all = rows();
  const LogisticFit fit(all);
  std::vector<std::uint32_t> used;
  std::vector<std::uint8_t> answers;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    used.push_back(i);
    answers.push_back(i % 2 == 0);
  }
  const LinearModel model = fit.fit(used, answers, 10);
  EXPECT_GT(model.weights[0], 1);
  EXPECT_LT(model.weights[1], -1);
  EXPECT_NEAR(model.weights[2], 0, 0.1);
  EXPECT_GT(model.score(all.row(0)), 0);
  EXPECT_LT(model.score(all.row(1)), 0);
  // The same rows in the same order give the same weights, to the last bit.
  EXPECT_EQ(fit.fit(used, answers, 10).weights, model.weights);
  // liblinear's own label order does not matter.
  std::vector<std::uint8_t> reversed;
  for (const std::uint8_t answer : answers) reversed.push_back(answer == 0);
  EXPECT_LT(fit.fit(used, reversed, 10).weights[0], -1);
}

TEST(Logistic, LearnsNothingWhereAllAnswersAreTheSame) {
  const SparseRows all = rows();
  const LogisticFit fit(all);
  const std::vector<std::uint32_t> used = {0, 1, 2};
  const std::vector<std::uint8_t> answers(all.size(), 1);
  EXPECT_EQ(fit.fit(used, answers, 10).weights, std::vector<double>(3, 0.0));
}

}  // namespace
}  // namespace postlint
