#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace loopscope::cluster {

using WorkerId = uint32_t;
using ConnectionId = uint32_t;

// A connection that is to be sent to a worker now.
struct Handing {
  WorkerId worker = 0;
  ConnectionId connection = 0;
  bool operator==(const Handing&) const = default;
};

// Hands the connections of one address round. A worker is free until it is handed a connection and
// again when it has answered; the one that has been free longest gets the next. Connections wait
// while none is free.
class RoundRobin {
 public:
  // A worker begins to serve the address.
  std::optional<Handing> join(WorkerId worker);
  // It ceases to, or is no more.
  void leave(WorkerId worker);

  std::optional<Handing> arrive(ConnectionId connection);
  // The worker has taken what it was handed, or has not: then another gets it.
  std::vector<Handing> answer(WorkerId worker, ConnectionId connection, bool taken);

  bool has_workers() const { return !m_workers.empty(); }
  size_t waiting() const { return m_waiting.size(); }
  // Takes all that wait.
  std::vector<ConnectionId> give_up();

 private:
  std::optional<Handing> serve(WorkerId worker);

  std::set<WorkerId> m_workers;
  std::deque<WorkerId> m_free;
  std::deque<ConnectionId> m_waiting;
};

}  // namespace loopscope::cluster
