// Where the words of a batch's records stand in their source.
#pragma once

#include <optional>

#include "batch/input.h"
#include "postlint/report/report.h"
#include "postlint/text/line_index.h"

namespace postlint::cli {

// The lines of the batch are found when they are first asked for. Not thread-safe.
class BatchPlaces {
 public:
  // The batch must outlive this.
  explicit BatchPlaces(const ScanBatch& batch) : batch_(batch) {}

  Place place_of(SourceRange range);

 private:
  std::uint64_t column(const Position& position) const;

  const ScanBatch& batch_;
  std::optional<LineIndex> lines_;
};

}  // namespace postlint::cli
