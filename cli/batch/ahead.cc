#include "batch/ahead.h"

#include <algorithm>

#include "postlint/ingest/quotes.h"

namespace postlint::cli {

bool is_mail(const Format& format) { return format.channel == "e-mail"; }

std::optional<ScanBatch> AnsweredMails::next() {
  while (std::optional<ScanBatch> batch = input_.next()) {
    std::vector<Record> answered;
    for (const Record& mail : batch->records.records) {
      if (may_be_answered(mail)) answered.push_back(mail);
    }
    if (answered.empty()) continue;
    batch->phone_names.assign(answered.size(), {});
    batch->records.records = std::move(answered);
    return batch;
  }
  return std::nullopt;
}

bool AnsweredMails::may_be_answered(const Record& mail) {
  constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::max();
  const bool known = mail.time.known();
  const std::int64_t sent = known ? unix_seconds(mail.time) : kUnknown;
  const bool answered = newest_reply_ != kNone && (!known || sent <= newest_reply_);
  if (!quotes_of(mail, true).empty()) newest_reply_ = std::max(newest_reply_, sent);
  return answered;
}

}  // namespace postlint::cli
