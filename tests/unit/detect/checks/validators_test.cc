// Each check with numbers that hold and numbers that do not. All of them are made up, or are the
// test numbers of those who give such numbers out.
#include "postlint/detect/checks/validators.h"

#include <string>

#include <gtest/gtest.h>

namespace postlint {
namespace {

struct Check {
  const char* validator;
  const char* text;
  bool holds;
};

std::ostream& operator<<(std::ostream& out, const Check& check) {
  return out << check.validator << " " << check.text;
}

class Validators : public testing::TestWithParam<Check> {};

TEST_P(Validators, Judge) {
  const Validator check = find_validator(GetParam().validator);
  ASSERT_NE(check, nullptr);
  const std::string text = GetParam().text;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const auto valid = check(text, all);
  EXPECT_EQ(valid.has_value(), GetParam().holds);
}

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
  const auto valid = find_validator("iban")(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_TRUE(valid.has_value());
  EXPECT_EQ(valid->of(text), "NL91 ABNA 0417 1643 00");
}

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

INSTANTIATE_TEST_SUITE_P(
    Ip, Validators,
    testing::Values(Check{"ip", "198.51.100.23", true}, Check{"ip", "10.20.4.113", true},
                    Check{"ip", "198.51.100.256", false}, Check{"ip", "0.1.2.3", false},
                    Check{"ip", "01.2.3.4", false}, Check{"ip", "255.255.255.255", false}));

INSTANTIATE_TEST_SUITE_P(Imei, Validators,
                         testing::Values(Check{"imei", "490154203237518", true},
                                         Check{"imei", "49-015420-323751-8", true},
                                         Check{"imei", "490154203237517", false},
                                         Check{"imei", "49015420323751", false}));

INSTANTIATE_TEST_SUITE_P(Email, Validators,
                         testing::Values(Check{"email", "a.b@voorbeeld.nl", true},
                                         Check{"email", "a+b@sub.example", true},
                                         Check{"email", "a..b@voorbeeld.nl", false},
                                         Check{"email", ".a@voorbeeld.nl", false},
                                         Check{"email", "a@voorbeeld", false},
                                         Check{"email", "a@voorbeeld.1nl", false}));

INSTANTIATE_TEST_SUITE_P(VatId, Validators,
                         testing::Values(Check{"vat-id", "004495445B01", true},
                                         Check{"vat-id", "NL002455799B11", true},
                                         Check{"vat-id", "123456789B90", false}));

TEST(Validators, AreSortedByName) {
  for (std::size_t i = 1; i < validators().size(); ++i) {
    EXPECT_LT(validators()[i - 1].name, validators()[i].name);
  }
}

}  // namespace
}  // namespace postlint
