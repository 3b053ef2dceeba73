#include "postlint/detect/learned/model.h"

#include <cmath>

namespace postlint {

float LearnedHead::probability(const LearnedEvidence& it) const {
  float sum = second[0] + second[1] * it.score;
  if (it.reported) sum += second[2] + second[5] * it.score;
  if (it.matched) sum += second[3] + second[6] * it.score;
  if (it.nearby) sum += second[4];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace postlint
