#include "postlint/detect/checks/documents.h"

#include <gtest/gtest.h>

#include "unit/detect/checks/judged.h"

namespace postlint {
namespace {

using test::Check;
using test::Validators;

INSTANTIATE_TEST_SUITE_P(
    LicensePlate, Validators,
    testing::Values(
        Check{"license-plate", "AB-12-34", true}, Check{"license-plate", "12-34-AB", true},
        Check{"license-plate", "12-AB-34", true}, Check{"license-plate", "GH-12-JK", true},
        Check{"license-plate", "GH-JK-12", true}, Check{"license-plate", "12-GH-JK", true},
        Check{"license-plate", "12-GHJ-3", true}, Check{"license-plate", "1-GHJ-23", true},
        Check{"license-plate", "GH-123-J", true}, Check{"license-plate", "G-123-HJ", true},
        Check{"license-plate", "GHJ-12-K", true}, Check{"license-plate", "G-12-HJK", true},
        Check{"license-plate", "1-GH-234", true}, Check{"license-plate", "123-GH-4", true},
        Check{"license-plate", "GA-12-JK", false}, Check{"license-plate", "12-PSV-3", false},
        Check{"license-plate", "12-34-56", false}, Check{"license-plate", "GH-12-345", false}));

INSTANTIATE_TEST_SUITE_P(
    Document, Validators,
    testing::Values(Check{"document", "EM0000000", true}, Check{"document", "XR1001R58", true},
                    Check{"document", "XR1O01R58", false}, Check{"document", "1R1001R58", false},
                    Check{"document", "XR1001R5A", false}, Check{"document", "XR1001R5", false},
                    Check{"document", "ABCDEFGH1", false}));

INSTANTIATE_TEST_SUITE_P(
    Mrz, Validators,
    testing::Values(Check{"mrz", "I<UTOD231458907<<<<<<<<<<<<<<<", true},
                    Check{"mrz", "L898902C36UTO7408122F1204159ZE184226B<<<<<10", true},
                    Check{"mrz", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", true},
                    Check{"mrz", "I<UTOD231458906<<<<<<<<<<<<<<<", false},
                    Check{"mrz", "L898902C35UTO7408122F1204159ZE184226B<<<<<10", false}));

}  // namespace
}  // namespace postlint
