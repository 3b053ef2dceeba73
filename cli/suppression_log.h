// Which entries lifted something in a run, and which ended too early to: told once, at its end.
#pragma once

#include <map>
#include <set>
#include <string>

#include "postlint/base/language.h"
#include "postlint/rules/finding.h"
#include "postlint/suppress/suppression_entries.h"

namespace postlint::cli {

class SuppressionLog {
 public:
  void add(const Report& report);
  void add(const SuppressionLog& other);

  // Complains about entries that would have lifted a finding, had they not ended.
  void tell_expired(Language language) const;

  // Complains about [[allow]] entries that lifted nothing. `file`: those of this file alone; empty:
  // all. Only for who asks for it: a draft has use for few of the entries around it.
  void tell_unused(const SuppressionEntries& entries, const std::string& file,
                   Language language) const;

 private:
  std::set<std::string> used_;                      // where they stand
  std::map<std::string, SuppressionKind> expired_;  // where they stand
};

}  // namespace postlint::cli
