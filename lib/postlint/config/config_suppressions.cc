// What settings say may stand.

#include <iterator>
#include <utility>

#include "postlint/config/config.h"
#include "postlint/suppress/suppression_files.h"
#include "postlint/suppress/suppressions.h"

namespace postlint {

SuppressionEntries Config::suppressions(const KnownNames& names, Errors& errors) const {
  SuppressionEntries all;
  std::vector<std::string> locks;
  for (const Layer& layer : layers_) {
    SuppressionEntries entries = layer.suppressions;
    for (const Entry& entry : layer.entries) {
      if (!entry.rule.empty()) continue;
      if (entry.key == "consent") read_consents(entry.value, entries, errors);
      if (entry.key == "allow-file") read_allow_file(entry.value, entries, errors);
    }
    for (AllowEntry& entry : entries.allowed) entry.locked = locks;
    all.append(entries);
    for (const Entry& entry : layer.entries) {
      if (entry.rule.empty() && entry.key == "locked") locks.push_back(entry.value);
    }
  }
  Errors wrong = Suppressions(all).check_rules(names.rules);
  std::move(wrong.begin(), wrong.end(), std::back_inserter(errors));
  return all;
}

}  // namespace postlint
