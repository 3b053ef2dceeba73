// Numbers that stand for a person, an account or a device. Each is a Validator (validators.h).
#pragma once

#include <optional>
#include <string_view>

#include "postlint/base/span.h"

namespace postlint {

std::optional<Span> check_bsn(std::string_view text, Span candidate);
std::optional<Span> check_bsn_in_text(std::string_view text, Span candidate);
std::optional<Span> check_education_number(std::string_view text, Span candidate);
std::optional<Span> check_payment_card(std::string_view text, Span candidate);
std::optional<Span> check_iban(std::string_view text, Span candidate);
std::optional<Span> check_vat_id(std::string_view text, Span candidate);
std::optional<Span> check_imei(std::string_view text, Span candidate);

}  // namespace postlint
