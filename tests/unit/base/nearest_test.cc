#include "postlint/base/nearest.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

struct Case {
  const char* name;
  const char* nearest;
};

class NearestName : public testing::TestWithParam<Case> {};

TEST_P(NearestName, FindsWhatWasMeant) {
  const std::string known[] = {"severity", "message", "match", "pattern", "x"};
  EXPECT_EQ(nearest_name(GetParam().name, known), GetParam().nearest);
}

INSTANTIATE_TEST_SUITE_P(Names, NearestName,
                         testing::Values(Case{"severty", "severity"},   // a letter left out
                                         Case{"seevrity", "severity"},  // two letters swapped
                                         Case{"mesage", "message"},     //
                                         Case{"macth", "match"},        //
                                         Case{"patern", "pattern"},     //
                                         Case{"colour", ""},            // nothing like it
                                         Case{"", "x"}));

}  // namespace
}  // namespace postlint
