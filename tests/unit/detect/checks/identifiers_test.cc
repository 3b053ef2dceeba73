#include "postlint/detect/checks/identifiers.h"

#include <string>

#include <gtest/gtest.h>

#include "unit/detect/checks/judged.h"

namespace postlint {
namespace {

using test::Check;
using test::Validators;

INSTANTIATE_TEST_SUITE_P(
    Bsn, Validators,
    testing::Values(Check{"bsn", "123456782", true}, Check{"bsn", "1112.22.333", true},
                    Check{"bsn", "111 222 333", true}, Check{"bsn", "10000021", true},
                    Check{"bsn", "1112.52.333", false}, Check{"bsn", "123456789", false},
                    Check{"bsn", "000000000", false}, Check{"bsn", "12345678", false},
                    Check{"bsn", "1234567", false}));

INSTANTIATE_TEST_SUITE_P(BsnInText, Validators,
                         testing::Values(Check{"bsn-in-text", "1234 56782", true},
                                         Check{"bsn-in-text", "NL123456782B01", true},
                                         Check{"bsn-in-text", "NL123456789B01", false},
                                         Check{"bsn-in-text", "12345678", false}));

INSTANTIATE_TEST_SUITE_P(EducationNumber, Validators,
                         testing::Values(Check{"education-number", "1012.22.331", true},
                                         Check{"education-number", "101222331", true},
                                         Check{"education-number", "100252333", false},
                                         Check{"education-number", "2112.22.337", false}));

INSTANTIATE_TEST_SUITE_P(PaymentCard, Validators,
                         testing::Values(Check{"payment-card", "4111 1111 1111 1111", true},
                                         Check{"payment-card", "5500-0000-0000-0004", true},
                                         Check{"payment-card", "378282246310005", true},
                                         Check{"payment-card", "4111111111111112", false},
                                         Check{"payment-card", "1111111111111117", false},
                                         Check{"payment-card", "4444444444444444", false},
                                         Check{"payment-card", "411111111111", false}));

INSTANTIATE_TEST_SUITE_P(Iban, Validators,
                         testing::Values(Check{"iban", "NL91ABNA0417164300", true},
                                         Check{"iban", "NL91 ABNA 0417 1643 00", true},
                                         Check{"iban", "nl91abna0417164300", true},
                                         Check{"iban", "BE31435411161155", true},
                                         Check{"iban", "NL91ABNA0417164301", false},
                                         Check{"iban", "XX91ABNA0417164300", false},
                                         Check{"iban", "NL91", false}));

TEST(Iban, GivesTheNextWordBack) {
  const std::string text = "NL91 ABNA 0417 1643 00 TNV";
  const auto valid = check_iban(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_TRUE(valid.has_value());
  EXPECT_EQ(valid->of(text), "NL91 ABNA 0417 1643 00");
}

INSTANTIATE_TEST_SUITE_P(Imei, Validators,
                         testing::Values(Check{"imei", "490154203237518", true},
                                         Check{"imei", "49-015420-323751-8", true},
                                         Check{"imei", "490154203237517", false},
                                         Check{"imei", "49015420323751", false}));

INSTANTIATE_TEST_SUITE_P(VatId, Validators,
                         testing::Values(Check{"vat-id", "004495445B01", true},
                                         Check{"vat-id", "NL002455799B11", true},
                                         Check{"vat-id", "123456789B90", false}));

}  // namespace
}  // namespace postlint
