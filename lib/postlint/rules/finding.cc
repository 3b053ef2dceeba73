#include "postlint/rules/finding.h"

#include "postlint/rules/name_table.h"

namespace postlint {

std::string_view name_of(Verdict verdict) {
  static constexpr std::string_view kVerdicts[] = {"allow", "confirm", "block"};
  return name_in<Verdict, Verdict::allow>(kVerdicts, verdict);
}

std::string_view name_of(SuppressionKind kind) {
  static constexpr std::string_view kKinds[] = {"organisation", "allow", "consent", "mark",
                                                "baseline"};
  return name_in<SuppressionKind, SuppressionKind::organisation>(kKinds, kind);
}

}  // namespace postlint
