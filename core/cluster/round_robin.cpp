#include "core/cluster/round_robin.h"

#include <algorithm>
#include <utility>

namespace loopscope::cluster {

std::optional<Handing> RoundRobin::join(WorkerId worker) {
  m_workers.insert(worker);
  return serve(worker);
}

void RoundRobin::leave(WorkerId worker) {
  m_workers.erase(worker);
  std::erase(m_free, worker);
}

// The worker is free: it gets what waits longest, or waits itself.
std::optional<Handing> RoundRobin::serve(WorkerId worker) {
  if (!m_workers.contains(worker)) return std::nullopt;
  if (m_waiting.empty()) {
    m_free.push_back(worker);
    return std::nullopt;
  }
  const Handing handing{worker, m_waiting.front()};
  m_waiting.pop_front();
  return handing;
}

std::optional<Handing> RoundRobin::arrive(ConnectionId connection) {
  m_waiting.push_back(connection);
  if (m_free.empty()) return std::nullopt;
  const WorkerId worker = m_free.front();
  m_free.pop_front();
  return serve(worker);
}

std::vector<Handing> RoundRobin::answer(WorkerId worker, ConnectionId connection, bool taken) {
  std::vector<Handing> handings;
  if (!taken)
    if (const std::optional<Handing> handing = arrive(connection)) handings.push_back(*handing);
  if (const std::optional<Handing> handing = serve(worker)) handings.push_back(*handing);
  return handings;
}

std::vector<ConnectionId> RoundRobin::give_up() {
  const std::deque<ConnectionId> waiting = std::exchange(m_waiting, {});
  return {waiting.begin(), waiting.end()};
}

}  // namespace loopscope::cluster
