#include "scan/job.h"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

#include "batch/ahead.h"
#include "postlint/report/printable.h"
#include "sizes.h"
#include "watchdog.h"

namespace postlint::cli {
namespace {

// For the batches that are being checked when the time is over.
constexpr Watchdog::Duration kGrace(2000);

}  // namespace

bool ScanJob::find_sources() {
  std::vector<std::string> paths = options_.paths();
  const auto standard = std::remove(paths.begin(), paths.end(), "-");
  const bool reads_stdin = standard != paths.end();
  paths.erase(standard, paths.end());
  sources_ = list_sources(paths);
  leave_out_large();
  if (!reads_stdin && sources_.entries.empty() && sources_.skipped.empty())
    sources_.skipped.push_back({paths.front(), 0, 0, {"scan.nothing", {}}});
  any_skipped_ = !sources_.skipped.empty();
  complain(sources_.skipped, language_);
  return reads_stdin ? read_stdin() : true;
}

// A member of an archive counts by what it inflates to.
void ScanJob::leave_out_large() {
  const std::uint64_t limit = options_.limits().max_size();
  std::erase_if(sources_.entries, [&](const SourceEntry& entry) {
    if (entry.size <= limit) return false;
    sources_.skipped.push_back({entry.name, 0, 0, {"scan.larger", {{"limit", shown_size(limit)}}}});
    return true;
  });
}

// Standard input becomes a file like any other: formats are recognised by its first bytes.
bool ScanJob::read_stdin() {
  if (options_.reads_records_from_stdin()) return true;
  Result<Input> input =
      read_input("-", std::min<std::uint64_t>(options_.limits().max_size(), kLargestDraft));
  if (!input) {
    complain(input.error(), language_);
    any_skipped_ = true;
    return !sources_.entries.empty();
  }
  SourceEntry entry;
  entry.name = kStandardInput;
  entry.size = input->text.size();
  entry.bytes = std::make_shared<const std::string>(std::move(input->text));
  const bool first = options_.paths().front() == "-";
  sources_.entries.insert(first ? sources_.entries.begin() : sources_.entries.end(), entry);
  return true;
}

bool ScanJob::list(Output& output) const {
  bool all = true;
  OpenArchive archive;
  for (const SourceEntry& entry : sources_.entries) all = list_one(entry, archive, output) && all;
  return all;
}

bool ScanJob::list_one(const SourceEntry& entry, OpenArchive& archive, Output& output) const {
  const Result<Entered> entered = OpenSource::open(entry, archive).and_then([&](OpenSource source) {
    return enter(std::move(source), options_.input_format());
  });
  if (!entered) {
    complain(entered.error(), language_);
    return false;
  }
  complain(entered->notes, language_);
  output.write(fmt::format("{}\t{}\n", entered->format->name, printable(entry.name)));
  return true;
}

void ScanJob::run(const ScanStages& stages, ScanOutput& output) {
  const Watchdog watchdog(options_.limits().timeout(), kGrace, [this] { cut_short(); });
  bool late = false;  // written where batches are read, one after the other
  const auto in_time = [&](auto& input) -> std::optional<ScanBatch> {
    late = watchdog.expired();
    return late ? std::nullopt : input.next();
  };
  RepeatFilter repeats;
  const ScanStages said_once = stages.with_sift([&](CheckedBatch& checked) {
    repeats.sift(checked);
    stages.sift(checked);
  });
  if (options_.reads_records_from_stdin()) {
    LineInput input(options_.input_format());
    check_batches([&] { return in_time(input); }, said_once, 1, output);
  } else {
    AnsweredMails answered(sources_.entries, options_.input_format());
    look_ahead([&] { return in_time(answered); }, stages, repeats, output);
    ScanInput input(std::move(sources_.entries), options_.input_format());
    check_batches([&] { return in_time(input); }, said_once, options_.jobs(), output);
  }
  if (late) {
    output.totals().interrupted = true;
    complain(options_.limits().timed_out(), language_);
  } else if (output.totals().interrupted) {
    complain(Message{"scan.interrupted", {}}, language_);
  }
}

void ScanJob::look_ahead(const BatchSource& answered, const ScanStages& stages,
                         RepeatFilter& repeats, ScanOutput& output) const {
  const auto note = [&](CheckedBatch& checked) {
    repeats.look_ahead(checked);
    checked.records.clear();                 // nothing to write,
    checked.batch.records.problems.clear();  // and nothing to say twice
    checked.batch.records.notes.clear();
  };
  ScanOutput ahead = output.ahead();
  check_batches(answered, stages.with_sift(note), options_.jobs(), ahead);
  output.totals().interrupted = ahead.totals().interrupted;
}

// No batch ends: there is no good place to stop.
void ScanJob::cut_short() const {
  complain(options_.limits().timed_out(), language_);
  ::_exit(kTrouble);
}

std::uint64_t ScanJob::bytes_in_all() const {
  std::uint64_t bytes = 0;
  for (const SourceEntry& entry : sources_.entries) bytes += entry.size;
  return bytes;
}

bool ScanJob::is_incomplete(const ScanTotals& totals) const {
  return totals.interrupted || ((any_skipped_ || totals.trouble) && !options_.allow_skipped());
}

}  // namespace postlint::cli
