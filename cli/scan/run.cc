#include "scan/run.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include "command_line.h"
#include "postlint/report/messages.h"

namespace postlint::cli {
namespace {

std::atomic<bool> interrupted = false;

// While a scan runs, the first Ctrl-C ends it with what was found; a second one ends the program.
class InterruptGuard {
 public:
  InterruptGuard() {
    interrupted = false;
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, &before_);
  }
  ~InterruptGuard() { ::sigaction(SIGINT, &before_, nullptr); }
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

 private:
  struct sigaction before_ {};
};

void run_on_one(const BatchSource& next, const ScanStages& stages, ScanOutput& output) {
  Linter::Scratch scratch(stages.linter);
  while (!interrupted && !output.closed()) {
    std::optional<ScanBatch> batch = next();
    if (!batch) return;
    CheckedBatch checked = stages.checker.check(std::move(*batch), scratch);
    stages.sift(checked);
    output.take(stages.writer.write(std::move(checked)));
  }
}

// What goes from stage to stage when several threads are at work. Pointers, for the pipeline copies
// what it hands on.
template <typename T>
std::shared_ptr<T> shared(T value) {
  return std::make_shared<T>(std::move(value));
}
using Read = std::shared_ptr<ScanBatch>;
using Checked = std::shared_ptr<CheckedBatch>;
using Written = std::shared_ptr<WrittenBatch>;

void run_on_many(const BatchSource& next, const ScanStages& stages, unsigned threads,
                 ScanOutput& output) {
  constexpr std::size_t kBatchesEach = 4;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::enumerable_thread_specific<Linter::Scratch> scratches(
      [&] { return Linter::Scratch(stages.linter); });
  std::atomic<bool> closed = false;  // nobody reads the output any more
  const auto read = [&](tbb::flow_control& control) -> Read {
    std::optional<ScanBatch> batch;
    if (!interrupted && !closed) batch = next();
    if (batch) return shared(std::move(*batch));
    control.stop();
    return nullptr;
  };
  const auto check = [&](const Read& batch) {
    return shared(stages.checker.check(std::move(*batch), scratches.local()));
  };
  const auto sift = [&](const Checked& checked) {
    stages.sift(*checked);
    return checked;
  };
  const auto write = [&](const Checked& checked) {
    return shared(stages.writer.write(std::move(*checked)));
  };
  const auto take = [&](const Written& written) {
    output.take(*written);
    closed = output.closed();
  };
  constexpr auto kInOrder = tbb::filter_mode::serial_in_order, kAtOnce = tbb::filter_mode::parallel;
  tbb::parallel_pipeline(threads * kBatchesEach,
                         tbb::make_filter<void, Read>(kInOrder, read) &
                             tbb::make_filter<Read, Checked>(kAtOnce, check) &
                             tbb::make_filter<Checked, Checked>(kInOrder, sift) &
                             tbb::make_filter<Checked, Written>(kAtOnce, write) &
                             tbb::make_filter<Written, void>(kInOrder, take));
}

}  // namespace

ScanOutput::ScanOutput(const ReportForm& form, Output& output, const ReportStyle& style,
                       std::uint64_t bytes_in_all, const char* progress)
    : form_(form),
      output_(output),
      style_(style),
      bytes_in_all_(bytes_in_all),
      progress_(progress) {}

void ScanOutput::begin(const Linter& linter) { output_.write(form_.head(linter.rules(), style_)); }

void ScanOutput::start_clock() { started_ = last_shown_ = std::chrono::steady_clock::now(); }

void ScanOutput::take(const WrittenBatch& batch) {
  if (!batch.notes.empty()) {
    clear_progress();
    complain(batch.notes, style_.language);
  }
  if (!batch.problems.empty()) {
    clear_progress();
    complain(batch.problems, style_.language);
    totals_.trouble = true;
  }
  if (!batch.out.empty()) {
    if (any_written_) output_.write(form_.separator);
    output_.write(batch.out);
    any_written_ = true;
  }
  totals_.summary.add(batch.summary);
  totals_.log.add(batch.log);
  totals_.fails = totals_.fails || batch.fails;
  totals_.bytes += batch.covers.size();
  if (batch.source != nullptr) batch.source->release(batch.covers);
  if (bytes_in_all_ > 0) show_progress();
}

void ScanOutput::end() {
  clear_progress();
  output_.write(form_.tail(totals_.summary, style_));
}

void ScanOutput::show_progress() {
  constexpr std::chrono::milliseconds kBetween(200);
  const auto now = std::chrono::steady_clock::now();
  if (now - last_shown_ < kBetween) return;
  last_shown_ = now;
  progress_shown_ = true;
  const double done = static_cast<double>(totals_.bytes);
  const double all = std::max(static_cast<double>(bytes_in_all_), done);
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const auto left = done > 0 ? static_cast<std::int64_t>(seconds * (all - done) / done) : 0;
  const Message message{
      progress_,
      {{"share", static_cast<std::int64_t>(100 * done / std::max(all, 1.0))},
       {"messages", static_cast<std::int64_t>(totals_.summary.tally().drafts)},
       {"findings", static_cast<std::int64_t>(totals_.summary.tally().findings())},
       {"time", fmt::format("{}:{:02}", left / 60, left % 60)}}};
  std::fputs(("\r\x1B[K" + format_message(message, style_.language)).c_str(), stderr);
  std::fflush(stderr);
}

void ScanOutput::clear_progress() {
  if (progress_shown_) std::fputs("\r\x1B[K", stderr);
  progress_shown_ = false;
}

void check_batches(const BatchSource& next, const ScanStages& stages, unsigned threads,
                   ScanOutput& output) {
  if (output.totals().interrupted) return;
  const InterruptGuard guard;
  output.start_clock();
  if (threads <= 1) {
    run_on_one(next, stages, output);
  } else {
    run_on_many(next, stages, threads, output);
  }
  output.totals().interrupted = interrupted;
}

}  // namespace postlint::cli
