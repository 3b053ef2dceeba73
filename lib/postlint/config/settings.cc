#include "postlint/config/settings.h"

#include <algorithm>

#include "postlint/config/keys.h"

namespace postlint {

std::optional<FailOn> fail_on_from(std::string_view name) {
  if (name == kNever) return FailOn::never;
  const std::optional<Severity> severity = severity_from(name);
  if (!severity) return std::nullopt;
  return static_cast<FailOn>(*severity);
}

std::optional<Language> language_from(std::string_view name) {
  const auto names = language_names();
  const auto known = std::find(names.begin(), names.end(), name);
  if (known == names.end()) return std::nullopt;
  return static_cast<Language>(known - names.begin());
}

}  // namespace postlint
