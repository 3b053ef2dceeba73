// The names in a draft, as its findings show them. Private to policy/.
#pragma once

#include <vector>

#include "postlint/suppress/known_people.h"

namespace postlint {

// True for findings of people's names.
bool is_name(const Finding& finding);

// The names among findings, in their order.
std::vector<WrittenName> written_names(const std::vector<Finding>& findings,
                                       const SuppressionContext& draft);

// Whom a picture at `span` is said to show ("foto van Daan en Noor"): all names of its paragraph,
// if one of them stands after the picture; else nobody, for then it shows a class or just "her".
std::vector<WrittenName> names_shown(Span span, const std::vector<WrittenName>& names,
                                     const SuppressionContext& draft);

}  // namespace postlint
