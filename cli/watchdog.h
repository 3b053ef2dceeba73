// Ends what takes too long (--timeout).
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace postlint::cli {

// From its making, a run has `limit`; 0 is no limit, and then there is no thread. When it is over,
// expired() becomes true, so that the run can stop in good order where it has finished something.
// One that has not stopped `grace` later is cut short: `end` is called on another thread, whatever
// the run is doing, and should not return. Destroy the watchdog when the run is done.
class Watchdog {
 public:
  using Duration = std::chrono::milliseconds;

  Watchdog(Duration limit, Duration grace, std::function<void()> end);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  bool expired() const { return expired_; }

 private:
  void watch(Duration limit, Duration grace);
  // True if the run was done first.
  bool done_within(Duration time);

  std::function<void()> end_;
  std::atomic<bool> expired_ = false;
  bool done_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::thread thread_;
};

}  // namespace postlint::cli
