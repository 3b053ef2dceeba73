// Says once what messages repeat.
//
// A reply that quotes the message before it is not to blame for that message's words; and who
// joins, leaves and is renamed in a group is in one list, however often the program writes it. So a
// finding in a quote is left out if the same words were reported before, and one in a line of the
// program's own if they were reported in another such line of the same source. What was not
// reported before stays: a quote may be all there is.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>

#include "scan_check.h"

namespace postlint::cli {

// Takes batches in the order of the input. Not thread-safe.
class RepeatFilter {
 public:
  void sift(CheckedBatch& checked);

 private:
  class Quotes;

  bool is_repeat(const Record& record, Quotes& quotes, const Finding& finding);
  // True if it is new. When there is no more room, all that is not known stays new.
  bool remember(const Record& record, const Finding& finding);

  std::string
      scope_;  // of what is repeated: the source; all mails together, for they answer each other
  std::unordered_set<std::uint64_t> seen_;
};

}  // namespace postlint::cli
