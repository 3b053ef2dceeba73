#include "batch/input.h"

#include <cerrno>
#include <utility>

#include <unistd.h>

namespace postlint::cli {

void SourceScan::start(Entered entered, const UserNames* users) {
  format_ = entered.format;
  notes_ = std::move(entered.notes);
  users_ = users;
  position_ = SourcePosition();
  shrunk_ = false;
  base_ = 0;
  next_number_ = 1;
  phone_names_.start_source();
  open(std::move(entered.source));
}

void SourceScan::go_on(OpenSource piece) {
  base_ += bytes_.size();
  open(std::move(piece));
}

void SourceScan::open(OpenSource source) {
  source_ = std::make_shared<const OpenSource>(std::move(source));
  bytes_ = source_->source().bytes;
  Source opened = source_->source();
  opened.users = users_;
  reader_ = format_->open(opened);
  base_line_ = position_.line;
  offset_ = 0;
}

bool SourceScan::next(ScanBatch& batch) {
  if (reader_ == nullptr) return false;
  if (reader_->read(batch.records)) {
    complete(batch);
    if (source_->has_shrunk() && !std::exchange(shrunk_, true))
      batch.records.problems.push_back({source_->source().name, 0, 0, {"file.shrunk", {}}});
    return true;
  }
  position_.advance(bytes_.substr(offset_));
  reader_.reset();
  source_.reset();
  return false;
}

void SourceScan::complete(ScanBatch& batch) {
  const SourceRange covers = batch.records.covers;
  position_.advance(bytes_.substr(offset_, covers.begin - offset_));
  batch.source = source_;
  batch.format = format_;
  batch.bytes = bytes_;
  batch.base = base_;
  batch.start = position_;
  batch.first_number = next_number_;
  position_.advance(bytes_.substr(covers.begin, covers.size()));
  offset_ = covers.end;
  next_number_ += batch.records.records.size();
  for (const Record& record : batch.records.records) {
    batch.phone_names.push_back(phone_names_.look_up(record.author));
  }
  for (Error& problem : batch.records.problems) {
    if (problem.line > 0) problem.line += static_cast<std::uint32_t>(base_line_ - 1);
  }
  Errors& notes = batch.records.notes;
  notes.insert(notes.begin(), notes_.begin(), notes_.end());
  notes_.clear();
}

ScanInput::ScanInput(std::vector<SourceEntry> entries, const Format* format,
                     bool (*wanted)(const Format&))
    : entries_(std::move(entries)), forced_format_(format), wanted_(wanted) {
  // What cannot be opened is complained about when its turn comes.
  for (const SourceEntry& entry : entries_) {
    if (!is_user_list(entry.name)) continue;
    const auto users = OpenSource::open(entry, archive_).and_then([](OpenSource source) {
      return enter(std::move(source));
    });
    if (users) users_.add(users->source.source());
  }
}

std::optional<ScanBatch> ScanInput::next() {
  for (;;) {
    ScanBatch batch;
    if (scan_.next(batch)) return batch;
    if (next_entry_ >= entries_.size()) return std::nullopt;
    if (!open_next(batch)) return batch;
  }
}

// False if there is nothing to read; the batch says why.
bool ScanInput::open_next(ScanBatch& batch) {
  const SourceEntry& entry = entries_[next_entry_++];
  Result<Entered> entered = OpenSource::open(entry, archive_).and_then([&](OpenSource source) {
    return enter(std::move(source), forced_format_);
  });
  if (!entered) {
    batch.records.problems = std::move(entered.error());
    return false;
  }
  if (is_wanted(*entered->format)) scan_.start(std::move(*entered), &users_);
  return true;
}

LineInput::LineInput(const Format* format) {
  scan_.start({OpenSource(kStandardInput, ""), format, {}});
}

std::optional<ScanBatch> LineInput::next() {
  for (;;) {
    ScanBatch batch;
    if (scan_.next(batch)) return batch;
    if (!take_lines()) return std::nullopt;
  }
}

// False at the end of the input.
bool LineInput::fill() {
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    waiting_.append(buffer, static_cast<std::size_t>(count));
    return true;
  }
}

// Hands all whole lines to the reader; at the end of the input, also one without its line end.
bool LineInput::take_lines() {
  std::size_t end = std::string::npos;
  while (!at_end_ && (end = waiting_.rfind('\n')) == std::string::npos) at_end_ = !fill();
  const std::size_t size = end == std::string::npos ? waiting_.size() : end + 1;
  if (size == 0) return false;
  scan_.go_on(OpenSource(kStandardInput, waiting_.substr(0, size)));
  waiting_.erase(0, size);
  return true;
}

}  // namespace postlint::cli
