// What phrases refer to in angle brackets besides sorts of tokens: the findings of a rule or signal
// ("<person-name>"), and quotations.
#pragma once

#include <cstddef>
#include <cstdint>

namespace postlint {

// By number: 0 is the quotation, the others are rules by their place in the rule book.
using EntityId = std::uint32_t;
inline constexpr EntityId kQuotation = 0;

constexpr EntityId entity_of_rule(std::size_t rule) { return static_cast<EntityId>(rule + 1); }
constexpr std::size_t rule_of_entity(EntityId entity) { return entity - 1; }

}  // namespace postlint
