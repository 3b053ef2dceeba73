// Mails that may be quoted before they come: those that a scan has to know of beforehand.
//
// Many archives hold the newest mail first, so that a reply is read before what it answers. Its
// quotes are left out all the same (scan_repeats.h), once it is known what stands in the mails that
// follow it and are not newer. Of an archive in the order of time there are none.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "batch/input.h"

namespace postlint::cli {

// Answers come in by mail alone.
bool is_mail(const Format& format);

// Reads the mails among the sources once. Not thread-safe.
class AnsweredMails {
 public:
  // As ScanInput has them.
  AnsweredMails(std::vector<SourceEntry> entries, const Format* format)
      : input_(std::move(entries), format, is_mail) {}

  // Some of them, without the others that stand between; nothing at the end.
  std::optional<ScanBatch> next();

 private:
  // It is dated no later than a mail before it that quotes; or the dates do not tell.
  bool may_be_answered(const Record& mail);

  static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();

  ScanInput input_;
  std::int64_t newest_reply_ = kNone;  // Unix time of the newest mail that quotes
};

}  // namespace postlint::cli
