#include "scan_check.h"

#include <algorithm>
#include <optional>
#include <span>

#include "postlint/base/nearest.h"
#include "postlint/policy/policy.h"
#include "postlint/text/line_index.h"

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

}  // namespace

// Checks the records of one batch.
class RecordChecker {
 public:
  RecordChecker(const BatchChecker& checker, const ScanBatch& batch, Linter::Scratch& scratch,
                CheckedBatch& result)
      : checker_(checker),
        batch_(batch),
        scratch_(scratch),
        result_(result),
        name_(batch.source->source().name),
        contexts_(checker.given_, name_, result.problems) {}

  void check(std::size_t index) {
    const Record& record = batch_.records.records[index];
    const std::string number = std::to_string(batch_.first_number + index);
    const std::string_view id = record.id.empty() ? std::string_view(number) : record.id;
    const Context context = contexts_.read(record, batch_.format->channel, id);
    Report report = checker_.linter_.check({record.text, context}, scratch_);
    if (record.kind != Kind::message) keep_facts(report);
    Report sender;
    if (batch_.is_new_phone_number[index]) sender = check_sender(record, context);
    write(record, id, report, sender);
  }

 private:
  // Names and numbers count wherever they stand; tone and statements only in somebody's own words.
  static void keep_facts(Report& report) {
    std::erase_if(report.findings, [](const Finding& finding) {
      return !finding.span || finding.rule->family == kToneFamily;
    });
    report.verdict = Policy::verdict_of(report.findings);
  }

  Report check_sender(const Record& record, const Context& context) const {
    Report report = checker_.linter_.check({record.author, context}, scratch_);
    std::erase_if(report.findings, [](const Finding& finding) {
      return !finding.span || finding.rule->id != kPhoneNumberRule;
    });
    return report;
  }

  void write(const Record& record, std::string_view id, const Report& report,
             const Report& sender) {
    const std::string time = to_string(record.time);
    const std::string week =
        record.time.known() ? to_string(monday_of(record.time)).substr(0, 10) : std::string();
    CheckedMessage message;
    message.id = id;
    message.source = name_;
    message.author = record.author;
    message.timestamp = time;
    message.week = week;
    message.kind = name_of(record.kind);
    message.text = record.text;
    message.verdict = std::max(report.verdict, Policy::verdict_of(sender.findings));
    message.repaired = report.repaired;
    message.places_in_text = batch_.format->name == "jsonl";
    add_findings(record, sender, true, message);
    add_findings(record, report, false, message);
    append(message);
    result_.summary.add(message);
  }

  void add_findings(const Record& record, const Report& report, bool in_author,
                    CheckedMessage& message) {
    for (const Finding& finding : report.findings) {
      MessageFinding& added = message.findings.emplace_back();
      added.finding = &finding;
      added.in_author = in_author;
      if (!finding.span) continue;
      added.place = in_author ? place_of(in_name(record, *finding.span))
                              : place_of(record.to_source(*finding.span));
    }
  }

  // Where words of the author's name stand: exactly, if the source has the name as it is.
  SourceRange in_name(const Record& record, Span span) const {
    const SourceRange name = record.author_range;
    if (name.size() != record.author.size()) return name;
    return {name.begin + span.begin, name.begin + span.end};
  }

  MessagePlace place_of(SourceRange range) {
    const SourceRange covers = batch_.records.covers;
    if (!lines_) lines_.emplace(batch_.bytes.substr(covers.begin, covers.size()));
    const auto inside = [&](std::uint64_t offset) {
      return static_cast<std::uint32_t>(std::clamp(offset, covers.begin, covers.end) -
                                        covers.begin);
    };
    const Position begin = lines_->position(inside(range.begin));
    const Position end = lines_->position(inside(range.end));
    MessagePlace place;
    place.begin = batch_.base + range.begin;
    place.end = batch_.base + range.end;
    place.line = batch_.start.line + begin.line - 1;
    place.column = column(begin);
    place.end_line = batch_.start.line + end.line - 1;
    place.end_column = column(end);
    place.utf16_begin = batch_.start.utf16 + begin.utf16;
    place.utf16_end = batch_.start.utf16 + end.utf16;
    return place;
  }

  std::uint64_t column(const Position& position) const {
    return position.line == 1 ? batch_.start.column + position.column - 1 : position.column;
  }

  void append(const CheckedMessage& message) {
    const std::size_t before = result_.out.size();
    if (before > 0) result_.out += checker_.format_.separator;
    const std::size_t begin = result_.out.size();
    checker_.format_.append(message, checker_.style_, result_.out);
    if (result_.out.size() == begin) result_.out.resize(before);
  }

  const BatchChecker& checker_;
  const ScanBatch& batch_;
  Linter::Scratch& scratch_;
  CheckedBatch& result_;
  std::string name_;
  ContextReader contexts_;
  std::optional<LineIndex> lines_;
};

CheckedBatch BatchChecker::check(ScanBatch batch, Linter::Scratch& scratch) const {
  CheckedBatch result;
  result.problems = std::move(batch.records.problems);
  if (batch.source == nullptr) return result;
  RecordChecker records(*this, batch, scratch, result);
  for (std::size_t i = 0; i < batch.records.records.size(); ++i) records.check(i);
  result.source = std::move(batch.source);
  result.covers = batch.records.covers;
  return result;
}

}  // namespace postlint::cli
