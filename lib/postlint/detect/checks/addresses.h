// Where somebody or something can be reached. Each is a Validator (validators.h).
#pragma once

#include <optional>
#include <string_view>

#include "postlint/base/span.h"

namespace postlint {

std::optional<Span> check_phone(std::string_view text, Span candidate);
std::optional<Span> check_postcode(std::string_view text, Span candidate);
std::optional<Span> check_email(std::string_view text, Span candidate);
std::optional<Span> check_ip(std::string_view text, Span candidate);
std::optional<Span> check_wallet(std::string_view text, Span candidate);

}  // namespace postlint
