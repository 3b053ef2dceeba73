#include "postlint/detect/checks/secrets.h"

#include <gtest/gtest.h>

#include "unit/detect/checks/judged.h"

namespace postlint {
namespace {

using test::Check;
using test::Validators;

// Fillers have few characters, words no digits, numbers no letters.
INSTANTIATE_TEST_SUITE_P(
    MachineKey, Validators,
    testing::Values(Check{"machine-key", "9f8e7d6c5b4a39281706f5e4d3c2b1a0", true},
                    Check{"machine-key", "Q~8Xv2mPz9LkR4tYw7Hn3Bc6Df1Gs5Ja", true},
                    Check{"machine-key", "AKIAQ3EGRZ7XKLM2P4TN", true},
                    Check{"machine-key", "xxxxxxxxxxxxxxxxxxxxxxx1", false},
                    Check{"machine-key", "ab12ab12ab12ab12ab12ab12", false},
                    Check{"machine-key", "zelfgemaakteknuffelbeestjes", false},
                    Check{"machine-key", "31415926535897932384", false},
                    Check{"machine-key", "9f8e7d6c5b4a392", false}));

INSTANTIATE_TEST_SUITE_P(
    Secret, Validators,
    testing::Values(Check{"secret", "Welkom1", true}, Check{"secret", "boom!huis", true},
                    Check{"secret", "4471", true}, Check{"secret", "welkom", false},
                    Check{"secret", "0000", false}, Check{"secret", "a1b", false}));

}  // namespace
}  // namespace postlint
