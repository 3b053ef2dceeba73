#include "watchdog.h"

#include <utility>

namespace postlint::cli {

Watchdog::Watchdog(Duration limit, Duration grace, std::function<void()> end)
    : end_(std::move(end)) {
  if (limit > Duration::zero()) thread_ = std::thread([=, this] { watch(limit, grace); });
}

Watchdog::~Watchdog() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Watchdog::watch(Duration limit, Duration grace) {
  if (done_within(limit)) return;
  expired_ = true;
  if (!done_within(grace)) end_();
}

bool Watchdog::done_within(Duration time) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, time, [this] { return done_; });
}

}  // namespace postlint::cli
