#include "scan/baseline.h"

#include <cstdlib>

#include "postlint/suppress/suppressions.h"

namespace postlint::cli {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

void BaselineOptions::declare(CommandLine& line) {
  line.add_text("--baseline", path_, "help.baseline.file");
  line.add_text("--key", key_path_, "help.baseline.key");
}

Result<std::string> BaselineOptions::key_path() const {
  constexpr const char* kFile = "/postlint/baseline.key";
  if (!key_path_.empty()) return key_path_;
  // A relative path there is to be ignored, says the specification.
  const std::string state = variable("XDG_STATE_HOME");
  if (state.starts_with('/')) return state + kFile;
  const std::string home = variable("HOME");
  if (!home.starts_with('/')) return failure({"", 0, 0, {"baseline.no-home", {}}});
  return home + "/.local/state" + kFile;
}

FindingTag tag_of(const BaselineKey& key, const Record& record, const Finding& finding,
                  bool in_author) {
  const std::string time = to_string(record.time);
  FindingIdentity identity{finding.rule->id, "", record.id, record.author, time};
  if (finding.span) identity.words = finding.span->of(in_author ? record.author : record.text);
  // A number in a name is reported once an author, with whatever message comes first.
  if (in_author) identity.message = identity.author = identity.time = "";
  return key.tag_of(identity);
}

void KnownFindings::sift(CheckedBatch& checked) {
  for (std::size_t i = 0; i < checked.records.size(); ++i) {
    const Record& record = checked.batch.records.records[i];
    leave_out(record, true, checked.records[i].sender);
    leave_out(record, false, checked.records[i].report);
  }
}

void KnownFindings::leave_out(const Record& record, bool in_author, Report& report) {
  lift(report, [&](const Finding& finding) -> std::optional<Suppression> {
    if (!left_.take(tag_of(key_, record, finding, in_author))) return std::nullopt;
    ++met_;
    return Suppression{SuppressionKind::baseline, 0, path_, ""};
  });
}

void remember(const CheckedBatch& checked, const BaselineKey& key, Baseline& baseline) {
  for (std::size_t i = 0; i < checked.records.size(); ++i) {
    const Record& record = checked.batch.records.records[i];
    for (const Finding& finding : checked.records[i].sender.findings)
      baseline.add(tag_of(key, record, finding, true), finding.rule->id);
    for (const Finding& finding : checked.records[i].report.findings)
      baseline.add(tag_of(key, record, finding, false), finding.rule->id);
  }
}

}  // namespace postlint::cli
