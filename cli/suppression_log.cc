#include "suppression_log.h"

#include "command_line.h"

namespace postlint::cli {

void SuppressionLog::add(const Report& report) {
  for (const Finding& finding : report.suppressed) used_.insert(finding.suppression->where);
  for (const Suppression& entry : report.expired) expired_.emplace(entry.where, entry.kind);
}

void SuppressionLog::add(const SuppressionLog& other) {
  used_.insert(other.used_.begin(), other.used_.end());
  expired_.insert(other.expired_.begin(), other.expired_.end());
}

void SuppressionLog::tell_expired(Language language) const {
  for (const auto& [where, kind] : expired_) {
    const Message message{"suppression.expired", {{"kind", std::string(name_of(kind))}}};
    complain(Error{where, 0, 0, message}, language);
  }
}

void SuppressionLog::tell_unused(const SuppressionEntries& entries, const std::string& file,
                                 Language language) const {
  for (const AllowEntry& entry : entries.allowed) {
    const std::string where = to_string(entry.place);
    const bool asked = file.empty() || entry.place.file == file;
    if (!asked || used_.contains(where) || expired_.contains(where)) continue;
    complain(Error{where, 0, 0, {"suppression.unused", {}}}, language);
  }
}

}  // namespace postlint::cli
