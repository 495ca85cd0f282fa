#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "core/trace/types.h"

namespace loopscope::workers {

// A place in shared memory: the number of its buffer, and the byte in it.
struct SharedCell {
  uint32_t buffer = 0;
  uint64_t offset = 0;
  constexpr auto operator<=>(const SharedCell&) const = default;
};

// Who waits: an agent that is blocked (token 0), or one that goes on and has a promise.
struct Waiter {
  AgentId agent;
  uint32_t token = 0;
  constexpr auto operator<=>(const Waiter&) const = default;
};

// Agents that wait for cells of shared memory to be notified, first come, first served. Source:
// ECMAScript clause "WaiterList Objects".
class WaitList {
 public:
  void wait(SharedCell cell, Waiter waiter) { m_waiters[cell].push_back(waiter); }

  // Takes so many off the list, the longest waiting first.
  std::vector<Waiter> notify(SharedCell cell, uint64_t count) {
    std::vector<Waiter> woken;
    const auto found = m_waiters.find(cell);
    if (found == m_waiters.end()) return woken;
    std::vector<Waiter>& waiters = found->second;
    const size_t taken = count < waiters.size() ? static_cast<size_t>(count) : waiters.size();
    const auto end = waiters.begin() + static_cast<std::ptrdiff_t>(taken);
    woken.assign(waiters.begin(), end);
    waiters.erase(waiters.begin(), end);
    if (waiters.empty()) m_waiters.erase(found);
    return woken;
  }

  // It waits no longer. False: it was notified before.
  bool leave(SharedCell cell, Waiter waiter) {
    const auto found = m_waiters.find(cell);
    if (found == m_waiters.end()) return false;
    const bool waited = std::erase(found->second, waiter) != 0;
    if (found->second.empty()) m_waiters.erase(found);
    return waited;
  }

  // The agent has ended.
  void forget(AgentId agent) {
    for (auto& [cell, waiters] : m_waiters)
      std::erase_if(waiters, [agent](const Waiter& waiter) { return waiter.agent == agent; });
    std::erase_if(m_waiters, [](const auto& entry) { return entry.second.empty(); });
  }

 private:
  std::map<SharedCell, std::vector<Waiter>> m_waiters;
};

}  // namespace loopscope::workers
