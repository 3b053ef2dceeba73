// What check and guard read: whatever the door knows, a draft as a rule.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "batch/check.h"
#include "batch/places.h"
#include "postlint/report/report.h"
#include "setup.h"
#include "streams.h"

namespace postlint::cli {

enum class InputKind { automatic, text, mail, records };
// As --input-format takes them: "auto", "text", "eml", "jsonl".
std::optional<InputKind> input_kind_from(std::string_view name);
std::span<const std::string_view> input_kind_names();

// A text that its author wrote as it is, in lines: it is checked, and fixed, as one draft.
bool is_whole_text(const Format& format);

// Checks inputs whole, one after the other. Not thread-safe.
class DraftChecker {
 public:
  // What is automatic is what the door says (ingest/door.h). The setup must outlive this.
  DraftChecker(const Setup& setup, InputKind kind, const CheckOptions& options = {})
      : kind_(kind), checker_(setup, options), scratch_(*setup.scratch) {}

  // Hands over what was checked, in order. Of a mail that is what its author wrote: what it quotes
  // or passes on is not read, and what stands in the signature is not reported. What cannot be read
  // is among the problems of a batch (door.*, input.no-draft, record.*, scan.unknown-value).
  void check(Input input, const std::function<void(CheckedBatch)>& take);

 private:
  CheckedBatch check(ScanBatch batch);

  InputKind kind_;
  BatchChecker checker_;
  Linter::Scratch& scratch_;
};

// Makes a record of a batch, whose places these are, into a text for a report in this style: a
// draft, or a message if it is part of anything. The text lives as long as the call of `use`.
void with_draft(const CheckedBatch& checked, std::size_t index, const ReportStyle& style,
                BatchPlaces& places, const std::function<void(const CheckedText&)>& use);

}  // namespace postlint::cli
