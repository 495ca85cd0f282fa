#include "core/stream/pipes.h"

#include <algorithm>

namespace loopscope::stream {

void Pipes::add(Destination destination) {
  if (m_destinations.size() == 1) m_several = true;
  m_destinations.push_back(destination);
}

bool Pipes::remove(Destination destination) {
  const auto found = std::find(m_destinations.begin(), m_destinations.end(), destination);
  if (found == m_destinations.end()) return false;
  m_destinations.erase(found);
  return true;
}

void Pipes::clear() {
  m_destinations.clear();
}

void Pipes::await_drain(Destination destination) {
  if (!pipes_to(destination)) return;
  if (m_destinations.size() == 1) {
    m_waiting.assign(1, destination);
    m_several = false;
  } else if (std::find(m_waiting.begin(), m_waiting.end(), destination) == m_waiting.end()) {
    m_waiting.push_back(destination);
  }
}

bool Pipes::drained(Destination destination) {
  std::erase(m_waiting, destination);
  return m_waiting.empty();
}

void Pipes::forget_waiting() {
  m_waiting.clear();
}

bool Pipes::pipes_to(Destination destination) const {
  return std::find(m_destinations.begin(), m_destinations.end(), destination) !=
         m_destinations.end();
}

}  // namespace loopscope::stream
