#pragma once

#include <jsapi.h>
#include <pthread.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace loopscope::host {

// Notices a built-in that does not come back, such as a regular expression that backtracks without
// end: the CPU meter stands still in it. Only real processor time tells, so this is the one place
// that asks the host for some; it decides whether a run is ended, never what is in one.
class StallWatch {
 public:
  // Watches the calling thread, which runs `cx`. `progress` changes whenever the script gets on;
  // after `limit_s` seconds of the thread's processor time without that, expired() is true and the
  // engine is interrupted. Both must outlive this.
  StallWatch(JSContext* cx, const std::atomic<int64_t>& progress, int limit_s);
  ~StallWatch();
  StallWatch(const StallWatch&) = delete;
  StallWatch& operator=(const StallWatch&) = delete;

  bool expired() const { return m_expired.load(std::memory_order_relaxed); }

 private:
  void watch();
  int64_t processor_time_ns() const;

  JSContext* m_cx;
  const std::atomic<int64_t>& m_progress;
  int64_t m_limit_ns;
  clockid_t m_clock{};
  std::atomic<bool> m_expired = false;
  std::mutex m_mutex;
  std::condition_variable m_condition;
  bool m_ending = false;
  std::thread m_thread;
};

}  // namespace loopscope::host
