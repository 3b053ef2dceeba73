#include "postlint/detect/checks/validators.h"

#include <algorithm>
#include <iterator>

#include "postlint/detect/checks/addresses.h"
#include "postlint/detect/checks/ages.h"
#include "postlint/detect/checks/documents.h"
#include "postlint/detect/checks/identifiers.h"
#include "postlint/detect/checks/secrets.h"

namespace postlint {
namespace {

constexpr NamedValidator kValidators[] = {
    {"age", check_age},
    {"bsn", check_bsn},
    {"bsn-in-text", check_bsn_in_text},
    {"date", check_date},
    {"document", check_document},
    {"education-number", check_education_number},
    {"email", check_email},
    {"iban", check_iban},
    {"imei", check_imei},
    {"ip", check_ip},
    {"license-plate", check_license_plate},
    {"machine-key", check_machine_key},
    {"mrz", check_mrz},
    {"payment-card", check_payment_card},
    {"phone", check_phone},
    {"postcode", check_postcode},
    {"secret", check_secret},
    {"vat-id", check_vat_id},
    {"wallet", check_wallet},
};

}  // namespace

std::span<const NamedValidator> validators() { return kValidators; }

Validator find_validator(std::string_view name) {
  const auto found = std::find_if(std::begin(kValidators), std::end(kValidators),
                                  [&](const NamedValidator& it) { return it.name == name; });
  return found == std::end(kValidators) ? nullptr : found->check;
}

}  // namespace postlint
