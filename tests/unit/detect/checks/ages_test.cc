#include "postlint/detect/checks/ages.h"

#include <gtest/gtest.h>

#include "unit/detect/checks/judged.h"

namespace postlint {
namespace {

using test::Check;
using test::Validators;

INSTANTIATE_TEST_SUITE_P(
    Date, Validators,
    testing::Values(Check{"date", "2 juli 2014", true}, Check{"date", "17-6-'09", true},
                    Check{"date", "2012-05-30", true}, Check{"date", "29-02-2012", true},
                    Check{"date", "29-02-2013", false}, Check{"date", "31-04-2012", false},
                    Check{"date", "12-13-2012", false}, Check{"date", "32 mei 2012", false},
                    Check{"date", "3-5-1812", false}));

INSTANTIATE_TEST_SUITE_P(Age, Validators,
                         testing::Values(Check{"age", "9", true}, Check{"age", "acht", true},
                                         Check{"age", "101", true}, Check{"age", "0", false},
                                         Check{"age", "1200", false},
                                         Check{"age", "13.45", false}));

}  // namespace
}  // namespace postlint
