#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/cluster/round_robin.h"

namespace loopscope::cluster {

using ListenerId = uint32_t;

// What a primary listens at for its workers.
class Listeners {
 public:
  ListenerId add(const std::string& address);
  // Its last worker has left.
  void remove(ListenerId id);

  // Null: it was removed.
  RoundRobin* round(ListenerId id);
  const std::string& address(ListenerId id) const { return m_listeners.at(id).address; }

 private:
  struct Listener {
    std::string address;
    RoundRobin round;
  };

  ListenerId m_last = 0;
  std::map<ListenerId, Listener> m_listeners;
};

}  // namespace loopscope::cluster
