#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>

#include "core/os/network/segment.h"

namespace loopscope::os {

// Numbers of HTTP requests, for the trace: the same at both ends, though nothing of it is on the
// wire. A server finds a request's number by its connection, where requests stay in order. A
// connection is known by the socket that accepted it.
class RequestNumbers {
 public:
  // The number of a request that somebody is going to send.
  uint32_t next() { return ++m_last; }
  // It is the next one on that connection.
  void put_on(SocketId connection, uint32_t number) { m_waiting[connection].push_back(number); }
  // A server takes the next request off the connection; one whose client did not tell of it gets a
  // number of its own.
  uint32_t take_off(SocketId connection) {
    const auto found = m_waiting.find(connection);
    if (found == m_waiting.end()) return next();
    const uint32_t number = found->second.front();
    found->second.pop_front();
    if (found->second.empty()) m_waiting.erase(found);
    return number;
  }
  // The connection is no more.
  void forget(SocketId connection) { m_waiting.erase(connection); }

 private:
  uint32_t m_last = 0;
  std::unordered_map<SocketId, std::deque<uint32_t>> m_waiting;
};

}  // namespace loopscope::os
