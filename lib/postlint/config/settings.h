// What holds for one draft, once all layers are merged.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "postlint/base/language.h"
#include "postlint/policy/protocol.h"
#include "postlint/policy/rule_settings.h"
#include "postlint/rules/context.h"

namespace postlint {

// The severity from which on findings make the exit status 1.
enum class FailOn : std::uint8_t { advice = 1, warning = 2, error = 3, never = 4 };
std::optional<FailOn> fail_on_from(std::string_view name);

std::optional<Language> language_from(std::string_view name);

// Immutable once made; safe to share between threads.
struct Settings {
  Context context;
  FailOn fail_on = FailOn::warning;
  std::optional<Language> language;  // none: the user's locale decides
  RuleSettings rules;                // for the linter whose rules were known
};

// The rules and packs of a linter, which settings may name. Both must outlive their use.
struct KnownNames {
  std::span<const Rule> rules;  // Linter::rules()
  std::vector<const Protocol*> protocols;
};

}  // namespace postlint
