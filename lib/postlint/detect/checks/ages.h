// Days of birth, and ages. Each is a Validator (validators.h).
#pragma once

#include <optional>
#include <string_view>

#include "postlint/base/span.h"

namespace postlint {

std::optional<Span> check_date(std::string_view text, Span candidate);
std::optional<Span> check_age(std::string_view text, Span candidate);

}  // namespace postlint
