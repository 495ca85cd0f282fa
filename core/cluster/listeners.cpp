#include "core/cluster/listeners.h"

namespace loopscope::cluster {

ListenerId Listeners::add(const std::string& address) {
  m_listeners[++m_last].address = address;
  return m_last;
}

void Listeners::remove(ListenerId id) {
  m_listeners.erase(id);
}

RoundRobin* Listeners::round(ListenerId id) {
  const auto found = m_listeners.find(id);
  return found == m_listeners.end() ? nullptr : &found->second.round;
}

}  // namespace loopscope::cluster
