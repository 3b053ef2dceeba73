// What stands on documents and on number plates. Each is a Validator (validators.h).
#pragma once

#include <optional>
#include <string_view>

#include "postlint/base/span.h"

namespace postlint {

std::optional<Span> check_license_plate(std::string_view text, Span candidate);
std::optional<Span> check_mrz(std::string_view text, Span candidate);
std::optional<Span> check_document(std::string_view text, Span candidate);

}  // namespace postlint
