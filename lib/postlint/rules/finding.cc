#include "postlint/rules/finding.h"

#include "postlint/rules/name_table.h"

namespace postlint {

std::string_view name_of(Verdict verdict) {
  static constexpr std::string_view kVerdicts[] = {"allow", "confirm", "block"};
  return name_in<Verdict, Verdict::allow>(kVerdicts, verdict);
}

}  // namespace postlint
