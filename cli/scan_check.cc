#include "scan_check.h"

#include <algorithm>
#include <optional>
#include <span>

#include "postlint/base/nearest.h"

namespace postlint::cli {
namespace {

constexpr std::string_view kPhoneNumberRule = "personal-data/phone-number";
constexpr std::string_view kToneFamily = "conduct";

// Reads what a record says about itself over what the user says about all.
class ContextReader {
 public:
  ContextReader(const Context& given, const std::string& source, Errors& problems)
      : given_(given), source_(source), problems_(problems) {}

  Context read(const Record& record, std::string_view channel, std::string_view id) {
    id_ = id;
    Context context = given_;
    if (context.channel == Channel::unknown && !channel.empty()) {
      context.channel = channel_from(channel).value_or(Channel::unknown);
    }
    if (record.context == nullptr) return context;
    const RecordContext& own = *record.context;
    override("role", own.role, role_from, role_names(), context.role);
    override("account", own.account, account_from, account_names(), context.account);
    override("channel", own.channel, channel_from, channel_names(), context.channel);
    override("audience", own.audience, audience_from, audience_names(), context.audience);
    if (!own.protocol.empty()) context.protocol = own.protocol;
    return context;
  }

 private:
  template <typename T>
  void override(const char* field, std::string_view value,
                std::optional<T> (*from)(std::string_view), std::span<const std::string_view> names,
                T& result) {
    if (value.empty()) return;
    const std::optional<T> choice = from(value);
    if (choice) {
      result = *choice;
    } else {
      problems_.push_back({source_,
                           0,
                           0,
                           {"scan.unknown-value",
                            {{"id", std::string(id_)},
                             {"field", field},
                             {"value", std::string(value)},
                             {"hint", nearest_name(value, names)}}}});
    }
  }

  const Context& given_;
  const std::string& source_;
  Errors& problems_;
  std::string_view id_;
};

// Checks the records of one batch.
class RecordChecker {
 public:
  RecordChecker(const Linter& linter, const Context& given, CheckedBatch& result,
                Linter::Scratch& scratch)
      : linter_(linter),
        batch_(result.batch),
        scratch_(scratch),
        name_(result.batch.source->source().name),
        contexts_(given, name_, result.batch.records.problems) {}

  CheckedRecord check(std::size_t index) {
    const Record& record = batch_.records.records[index];
    const Context context = contexts_.read(record, batch_.format->channel, id_of(batch_, index));
    CheckedRecord result;
    result.report = linter_.check({record.text, context}, scratch_);
    if (record.kind != Kind::message) keep_facts(result.report);
    if (batch_.is_new_phone_number[index]) result.sender = check_sender(record, context);
    return result;
  }

 private:
  // Names and numbers count wherever they stand; tone and statements only in somebody's own words.
  static void keep_facts(Report& report) {
    std::erase_if(report.findings, [](const Finding& finding) {
      return !finding.span || finding.rule->family == kToneFamily;
    });
  }

  Report check_sender(const Record& record, const Context& context) const {
    Report report = linter_.check({record.author, context}, scratch_);
    std::erase_if(report.findings, [](const Finding& finding) {
      return !finding.span || finding.rule->id != kPhoneNumberRule;
    });
    return report;
  }

  const Linter& linter_;
  const ScanBatch& batch_;
  Linter::Scratch& scratch_;
  std::string name_;
  ContextReader contexts_;
};

}  // namespace

std::string id_of(const ScanBatch& batch, std::size_t index) {
  const std::string_view id = batch.records.records[index].id;
  return id.empty() ? std::to_string(batch.first_number + index) : std::string(id);
}

bool stands_alone(const ScanBatch& batch) { return batch.format->name == "jsonl"; }

CheckedBatch BatchChecker::check(ScanBatch batch, Linter::Scratch& scratch) const {
  CheckedBatch result{std::move(batch), {}};
  if (result.batch.source == nullptr) return result;
  RecordChecker records(linter_, given_, result, scratch);
  for (std::size_t i = 0; i < result.batch.records.records.size(); ++i) {
    result.records.push_back(records.check(i));
  }
  return result;
}

}  // namespace postlint::cli
