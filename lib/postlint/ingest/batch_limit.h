// How much goes into one batch: enough to be worth handing to another thread, little enough to keep
// many of them in memory.
#pragma once

#include "postlint/ingest/record.h"

namespace postlint {

inline constexpr std::size_t kMostRecords = 512;

// `position`: up to where the source was read.
inline bool is_full(const RecordBatch& batch, std::uint64_t position) {
  constexpr std::uint64_t kMostBytes = std::uint64_t{128} << 10;
  return batch.records.size() >= kMostRecords || position - batch.covers.begin >= kMostBytes;
}

}  // namespace postlint
