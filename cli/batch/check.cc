#include "batch/check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "postlint/base/nearest.h"
#include "postlint/report/masking.h"
#include "postlint/text/folding.h"

namespace postlint::cli {
namespace {

// Reads what a record says about itself over what the user says about all.
class ContextReader {
 public:
  ContextReader(const std::string& source, Errors& problems)
      : source_(source), problems_(problems) {}

  // The record's own channel; unknown if it has none.
  Channel channel_of(const Record& record, std::string_view id) {
    id_ = id;
    Channel channel = Channel::unknown;
    if (record.context != nullptr)
      override("channel", record.context->channel, channel_from, channel_names(), channel);
    return channel;
  }

  Context read(const Record& record, const Context& given, std::string_view id) {
    id_ = id;
    Context context = given;
    if (record.context == nullptr) return context;
    const RecordContext& own = *record.context;
    override("role", own.role, role_from, role_names(), context.role);
    override("account", own.account, account_from, account_names(), context.account);
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

  const std::string& source_;
  Errors& problems_;
  std::string_view id_;
};

// Checks the records of one batch.
class RecordChecker {
 public:
  RecordChecker(const Setup& setup, const CheckOptions& options, CheckedBatch& result,
                Linter::Scratch& scratch)
      : setup_(setup),
        options_(options),
        batch_(result.batch),
        scratch_(scratch),
        name_(result.batch.source->source().name),
        contexts_(name_, result.batch.records.problems) {}

  CheckedRecord check(std::size_t index) {
    const Record& record = batch_.records.records[index];
    const std::string id = id_of(batch_, index);
    const Settings& settings = settings_for(contexts_.channel_of(record, id));
    const Context context = contexts_.read(record, settings.context, id);
    CheckOptions options = options_;
    options.settings = &settings.rules;
    CheckedRecord result;
    result.fail_on = settings.fail_on;
    result.report =
        setup_.linter->check({record.text, context, name_, is_whole(record)}, scratch_, options);
    if (record.kind != Kind::message) keep_facts(result.report);
    tell_once(record, result.report);
    if (names_somebody(record.id)) result.shown_id = masked_id(record, context, options);
    result.breaks_lock = breaks_lock(result.report);
    if (batch_.phone_names[index].is_new) result.sender = check_sender(record, context, options);
    return result;
  }

 private:
  bool is_whole(const Record& record) const {
    return is_plain_text(batch_) && record.text.size() == batch_.bytes.size();
  }

  // Names and numbers count wherever they stand; tone and statements only in somebody's own words.
  static void keep_facts(Report& report) {
    const auto is_tone = [](const Finding& finding) {
      return !finding.span || finding.rule->own_words;
    };
    std::erase_if(report.findings, is_tone);
    std::erase_if(report.suppressed, is_tone);
  }

  // Numbers alone name nobody.
  static bool names_somebody(std::string_view id) {
    const bool letters = std::any_of(id.begin(), id.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
    });
    constexpr std::size_t kLongest = 1024;
    return letters && id.size() <= kLongest;
  }

  // What programs number mails by may hold an address or a name.
  std::string masked_id(const Record& record, const Context& context,
                        const CheckOptions& options) const {
    std::string id(record.id);
    Report report = setup_.linter->check({record.id, context, name_}, scratch_, options);
    std::reverse(report.findings.begin(), report.findings.end());
    for (const Finding& finding : report.findings) {
      if (!finding.span || finding.rule->mask.empty()) continue;
      id.replace(finding.span->begin, finding.span->size(), mask_excerpt(finding.span->of(id)));
    }
    return id;
  }

  // Settings of a lower folder may ask for less; what was locked above them counts all the same.
  bool breaks_lock(const Report& report) {
    if (report.findings.empty()) return false;
    if (!locked_) locked_ = setup_.locked_rules(name_ == kStandardInput ? "-" : name_);
    return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
      return fails(FailOn::warning, {finding}) &&
             std::any_of(locked_->begin(), locked_->end(), [&](const std::string& rule) {
               return rule == finding.rule->id || rule == finding.rule->family + "/*" ||
                      rule == "*";
             });
    });
  }

  // What both forms of a part say is told of the first.
  static void tell_once(const Record& record, Report& report) {
    std::set<std::pair<const Rule*, std::string>> told;
    std::erase_if(report.findings, [&](const Finding& finding) {
      if (!finding.span || record.parts.empty()) return false;
      const bool repeats =
          std::any_of(record.parts.begin(), record.parts.end(), [&](const TextPart& part) {
            return part.repeats && part.span.begin <= finding.span->begin &&
                   finding.span->begin < part.span.end;
          });
      const bool is_new = told.emplace(finding.rule, fold(finding.span->of(record.text))).second;
      return repeats && !is_new;
    });
  }

  // Records of one channel have the same settings.
  const Settings& settings_for(Channel own) {
    const auto known = settings_.find(own);
    if (known != settings_.end()) return known->second;
    const std::string file = name_ == kStandardInput ? std::string("-") : name_;
    const Channel likely = channel_from(batch_.format->channel).value_or(Channel::unknown);
    return settings_.emplace(own, setup_.settings(file, own, likely)).first->second;
  }

  Report check_sender(const Record& record, const Context& context,
                      const CheckOptions& options) const {
    Report report = setup_.linter->check({record.author, context, name_}, scratch_, options);
    const auto is_no_number = [](const Finding& finding) {
      return !finding.span || finding.rule->identifies != Identifies::phone;
    };
    std::erase_if(report.findings, is_no_number);
    std::erase_if(report.suppressed, is_no_number);
    return report;
  }

  const Setup& setup_;
  const CheckOptions& options_;
  const ScanBatch& batch_;
  Linter::Scratch& scratch_;
  std::string name_;
  ContextReader contexts_;
  std::optional<std::vector<std::string>> locked_;  // once they are needed
  std::map<Channel, Settings> settings_;            // by the record's own
};

}  // namespace

std::string id_of(const ScanBatch& batch, std::size_t index) {
  const std::string_view id = batch.records.records[index].id;
  return id.empty() ? std::to_string(batch.first_number + index) : std::string(id);
}

bool is_plain_text(const ScanBatch& batch) { return batch.format->name == "text"; }

bool stands_alone(const ScanBatch& batch) { return batch.format->name == "jsonl"; }

CheckedBatch BatchChecker::check(ScanBatch batch, Linter::Scratch& scratch) const {
  CheckedBatch result{std::move(batch), {}};
  if (result.batch.source == nullptr) return result;
  RecordChecker records(setup_, options_, result, scratch);
  for (std::size_t i = 0; i < result.batch.records.records.size(); ++i) {
    result.records.push_back(records.check(i));
  }
  return result;
}

}  // namespace postlint::cli
