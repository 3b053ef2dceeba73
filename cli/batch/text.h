// A record of a checked batch as reports take it.
#pragma once

#include <functional>

#include "batch/check.h"
#include "batch/places.h"
#include "postlint/report/report.h"

namespace postlint::cli {

// Makes a record of a batch, whose places these are, into a message for a report in this style. The
// message lives as long as the call of `use`.
void with_text(const CheckedBatch& checked, std::size_t index, const ReportStyle& style,
               BatchPlaces& places, const std::function<void(CheckedText&)>& use);

}  // namespace postlint::cli
