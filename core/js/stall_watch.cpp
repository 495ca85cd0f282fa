#include "core/js/stall_watch.h"

#include <js/Interrupt.h>

#include <chrono>
#include <ctime>

namespace loopscope::host {

namespace {

constexpr std::chrono::milliseconds kPeriod(200);
constexpr int64_t kNsPerSecond = 1'000'000'000;

}  // namespace

StallWatch::StallWatch(JSContext* cx, const std::atomic<int64_t>& progress, int limit_s)
    : m_cx(cx), m_progress(progress), m_limit_ns(limit_s * kNsPerSecond) {
  // Without a clock of the thread's processor time nothing is watched.
  if (pthread_getcpuclockid(pthread_self(), &m_clock) != 0) return;
  m_thread = std::thread([this] { watch(); });
}

StallWatch::~StallWatch() {
  {
    const std::lock_guard lock(m_mutex);
    m_ending = true;
  }
  m_condition.notify_one();
  if (m_thread.joinable()) m_thread.join();
}

void StallWatch::watch() {
  int64_t seen = m_progress.load(std::memory_order_relaxed);
  int64_t since_ns = processor_time_ns();
  std::unique_lock lock(m_mutex);
  while (!m_condition.wait_for(lock, kPeriod, [this] { return m_ending; })) {
    const int64_t now = m_progress.load(std::memory_order_relaxed);
    const int64_t now_ns = processor_time_ns();
    if (now != seen) {
      seen = now;
      since_ns = now_ns;
    } else if (now_ns - since_ns > m_limit_ns) {
      m_expired.store(true, std::memory_order_relaxed);
      // The urgent kind: regular expressions look for no other.
      JS_RequestInterruptCallback(m_cx);
    }
  }
}

int64_t StallWatch::processor_time_ns() const {
  timespec time{};
  if (clock_gettime(m_clock, &time) != 0) return 0;
  return time.tv_sec * kNsPerSecond + time.tv_nsec;
}

}  // namespace loopscope::host
