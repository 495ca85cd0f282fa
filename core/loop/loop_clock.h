#pragma once

#include <algorithm>
#include <cstdint>

#include "core/loop/port.h"

namespace loopscope::loop {

// The loop's time: whole milliseconds, cached, and renewed only where libuv and Node ask the clock.
class LoopClock {
 public:
  explicit LoopClock(Port& port) : m_port(port) {}

  // uv_now.
  int64_t now_ms() const { return m_now_ms; }
  // uv_update_time, then uv_now. Never goes back.
  int64_t update() {
    m_now_ms = std::max(m_now_ms, m_port.now().ms());
    return m_now_ms;
  }

 private:
  Port& m_port;
  int64_t m_now_ms = 0;
};

}  // namespace loopscope::loop
