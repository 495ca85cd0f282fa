#include "core/os/thread_pool.h"

#include <algorithm>

namespace loopscope::os {

void ThreadPool::set_threads(size_t threads) {
  if (m_submitted == 0) m_free_at.resize(std::clamp<size_t>(threads, 1, kMaxThreads));
}

// The thread that is free last of those that are when a slow job may begin: a job that waits for
// its turn leaves threads that are free before to others.
size_t ThreadPool::thread_for_slow_job(VirtualTime now) {
  m_slow_until.resize((threads() + 1) / 2);
  const VirtualTime turn =
      std::max(now, *std::min_element(m_slow_until.begin(), m_slow_until.end()));
  auto chosen = m_free_at.end();
  for (auto thread = m_free_at.begin(); thread != m_free_at.end(); ++thread)
    if (*thread <= turn && (chosen == m_free_at.end() || *thread > *chosen)) chosen = thread;
  if (chosen == m_free_at.end()) chosen = std::min_element(m_free_at.begin(), m_free_at.end());
  *chosen = std::max(*chosen, turn);
  return static_cast<size_t>(chosen - m_free_at.begin());
}

ThreadPool::Place ThreadPool::submit(VirtualTime now, VirtualTime duration,
                                     std::function<void()> work, Kind kind) {
  Place place;
  place.thread = kind == Kind::kSlow
                     ? thread_for_slow_job(now)
                     : static_cast<size_t>(std::min_element(m_free_at.begin(), m_free_at.end()) -
                                           m_free_at.begin());
  place.begins = std::max(m_free_at[place.thread], now);
  place.is_done = m_free_at[place.thread] = place.begins + duration;
  if (kind == Kind::kSlow)
    *std::min_element(m_slow_until.begin(), m_slow_until.end()) = place.is_done;
  if (work) m_work.emplace(std::pair{place.is_done, m_submitted}, std::move(work));
  ++m_submitted;
  return place;
}

void ThreadPool::carry_out(VirtualTime now) {
  while (!m_work.empty() && m_work.begin()->first.first <= now) {
    const std::function<void()> work = std::move(m_work.begin()->second);
    m_work.erase(m_work.begin());
    work();
  }
}

}  // namespace loopscope::os
