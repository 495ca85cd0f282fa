#pragma once

#include <pthread.h>

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>

namespace loopscope::sim {

// The right to run, passed between host threads. give() and take() alternate.
class Baton {
 public:
  void give() {
    {
      const std::lock_guard lock(m_mutex);
      m_given = true;
    }
    m_condition.notify_one();
  }
  // Waits until it is given.
  void take() {
    std::unique_lock lock(m_mutex);
    m_condition.wait(lock, [this] { return m_given; });
    m_given = false;
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_condition;
  bool m_given = false;
};

// A thread of the host with a stack of a stated size (std::thread takes what the user's limits say,
// and how deep a script may recurse must not depend on them). Joined by the destructor.
class HostThread {
 public:
  HostThread() = default;
  ~HostThread() { join(); }
  HostThread(const HostThread&) = delete;
  HostThread& operator=(const HostThread&) = delete;

  // Throws std::system_error if the host gives no thread. At most once.
  void start(size_t stack_bytes, std::function<void()> body);
  bool started() const { return m_started; }
  void join();

 private:
  static void* run(void* self);

  std::function<void()> m_body;
  pthread_t m_thread{};
  bool m_started = false;
  bool m_joined = false;
};

}  // namespace loopscope::sim
