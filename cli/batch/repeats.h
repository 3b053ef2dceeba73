// Says once what messages repeat.
//
// A reply that quotes the message before it is not to blame for that message's words; and who
// joins, leaves and is renamed in a group is in one list, however often the program writes it. So a
// finding in a quote is left out if the same words are reported before, or in a mail that follows,
// and one in a line of the program's own if they were reported in another such line of the same
// source. What is reported nowhere else stays: a quote may be all there is.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>

#include "batch/check.h"

namespace postlint::cli {

// Takes batches in the order of the input. Not thread-safe.
class RepeatFilter {
 public:
  // Before the first sift(): messages that will come, and may be quoted before they do.
  void look_ahead(const CheckedBatch& checked);
  void sift(CheckedBatch& checked);

 private:
  class Quotes;
  using Keys = std::unordered_set<std::uint64_t>;

  void set_scope(const ScanBatch& batch);
  bool is_repeat(const Record& record, Quotes& quotes, const Finding& finding);
  std::uint64_t key_of(const Record& record, const Finding& finding) const;
  // True if it is new. When there is no more room, all that is not known stays new.
  static bool remember(std::uint64_t key, Keys& keys);

  // Of what is repeated: the source; all mails together, for they answer each other.
  std::string scope_;
  Keys seen_;
  Keys to_come_;  // in somebody's own words
};

}  // namespace postlint::cli
