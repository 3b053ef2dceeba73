#include "postlint/config/settings.h"

#include "postlint/config/keys.h"

namespace postlint {

std::optional<FailOn> fail_on_from(std::string_view name) {
  if (name == kNever) return FailOn::never;
  const std::optional<Severity> severity = severity_from(name);
  if (!severity) return std::nullopt;
  return static_cast<FailOn>(*severity);
}

std::optional<Language> language_from(std::string_view name) {
  if (name == "nl") return Language::nl;
  if (name == "en") return Language::en;
  return std::nullopt;
}

}  // namespace postlint
