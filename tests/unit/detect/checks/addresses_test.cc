#include "postlint/detect/checks/addresses.h"

#include <gtest/gtest.h>

#include "unit/detect/checks/judged.h"

namespace postlint {
namespace {

using test::Check;
using test::Validators;

INSTANTIATE_TEST_SUITE_P(
    Phone, Validators,
    testing::Values(Check{"phone", "06-12345678", true}, Check{"phone", "0612345678", true},
                    Check{"phone", "+31 6 12345678", true},
                    Check{"phone", "+31 (0)6 12345678", true},
                    Check{"phone", "0031612345678", true}, Check{"phone", "0599-123456", true},
                    Check{"phone", "020 1234567", true}, Check{"phone", "+32 471 23 45 67", true},
                    Check{"phone", "06-62345678", false}, Check{"phone", "06-1234567", false},
                    Check{"phone", "0112-345678", false}, Check{"phone", "0800-0432", false},
                    Check{"phone", "112", false}));

// Of other countries: the code must be one, and the number as long as numbers are there.
INSTANTIATE_TEST_SUITE_P(
    ForeignPhone, Validators,
    testing::Values(
        Check{"phone", "+32 471 23 45 67", true}, Check{"phone", "0032 9 123 45 67", true},
        Check{"phone", "+49 (0)171 1234567", true}, Check{"phone", "+49 30 123456", true},
        Check{"phone", "+44 7700 900123", true}, Check{"phone", "+90 532 123 45 67", true},
        Check{"phone", "+212 612-345678", true}, Check{"phone", "+597 8123456", true},
        Check{"phone", "+1 212 555 0123", true}, Check{"phone", "+48 512 345 678", true},
        Check{"phone", "+380 50 123 4567", true}, Check{"phone", "+39 06 1234567", true},
        Check{"phone", "+963 944 123 456", true}, Check{"phone", "+86 138 0013 8000", true},
        Check{"phone", "+32 471 23 45", false}, Check{"phone", "+33 6 12 34 56 7", false},
        Check{"phone", "+1 212 555 01234", false}, Check{"phone", "+999 12345678", false},
        Check{"phone", "+210 1234567", false}, Check{"phone", "+34 12345678901", false},
        Check{"phone", "+380 123", false}));

INSTANTIATE_TEST_SUITE_P(
    Wallet, Validators,
    testing::Values(
        Check{"wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", true},
        Check{"wallet", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", true},
        Check{"wallet", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", true},
        Check{"wallet", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", true},
        Check{"wallet", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", true},
        Check{"wallet", "0x52908400098527886E0F7030069857D2E4169EE7", true},
        Check{"wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", false},
        Check{"wallet", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz", false},
        Check{"wallet", "1111111111111111111111111111111111", false},
        Check{"wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a", false},
        Check{"wallet", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", false},
        Check{"wallet", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7KV8F3T4", false},
        Check{"wallet", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", false},
        Check{"wallet", "bc1pw5dgrnzv", false},
        Check{"wallet", "0x52908400098527886E0F7030069857D2E4169EEG", false},
        Check{"wallet", "0x5290840009852788", false}));

INSTANTIATE_TEST_SUITE_P(Postcode, Validators,
                         testing::Values(Check{"postcode", "2611 ET", true},
                                         Check{"postcode", "2611ET", true},
                                         Check{"postcode", "2611 SS", false},
                                         Check{"postcode", "2611 SA", false},
                                         Check{"postcode", "0611 ET", false}));

INSTANTIATE_TEST_SUITE_P(
    Ip, Validators,
    testing::Values(Check{"ip", "198.51.100.23", true}, Check{"ip", "10.20.4.113", true},
                    Check{"ip", "198.51.100.256", false}, Check{"ip", "0.1.2.3", false},
                    Check{"ip", "01.2.3.4", false}, Check{"ip", "255.255.255.255", false}));

INSTANTIATE_TEST_SUITE_P(Email, Validators,
                         testing::Values(Check{"email", "a.b@voorbeeld.nl", true},
                                         Check{"email", "a+b@sub.example", true},
                                         Check{"email", "a..b@voorbeeld.nl", false},
                                         Check{"email", ".a@voorbeeld.nl", false},
                                         Check{"email", "a@voorbeeld", false},
                                         Check{"email", "a@voorbeeld.1nl", false}));

}  // namespace
}  // namespace postlint
