#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/loop/port.h"
#include "core/sim/loop_time.h"
#include "core/sim/order_log.h"

namespace loopscope::sim {
class OpenOrder;
}

namespace loopscope::loop {

using sim::LoopTime;
using sim::Question;

// The loop's time: whole milliseconds, cached, and renewed only where libuv and Node ask the clock.
// Where the order is open, readings and what is compared with them are noted for the explorer.
class LoopClock {
 public:
  explicit LoopClock(Port& port, sim::OpenOrder* open = nullptr) : m_port(port), m_open(open) {}

  // uv_now.
  LoopTime now() const { return m_now; }
  int64_t now_ms() const { return m_now.ms; }
  // uv_update_time, then uv_now. Never goes back.
  int64_t update() {
    if (m_open == nullptr)
      m_now.ms = std::max(m_now.ms, m_port.now().ms());
    else
      update_openly();
    return m_now.ms;
  }
  // The same after poll has waited; not_before: for this moment at least.
  void update_after_wait(std::optional<LoopTime> not_before);
  // A time that a program gives back.
  LoopTime known(int64_t ms) const;

  // Whether a <= b; what is asked about which tasks, and whether it matters.
  bool at_most(LoopTime a, LoopTime b, Question question, TaskId task, TaskId other = {},
               bool settled = false) const {
    if (m_open == nullptr) return a.ms <= b.ms;
    return at_most_openly(a, b, question, task, other, settled);
  }

 private:
  void update_openly();
  bool at_most_openly(LoopTime a, LoopTime b, Question question, TaskId task, TaskId other,
                      bool settled) const;
  void come_to(LoopTime time);

  Port& m_port;
  sim::OpenOrder* m_open;
  LoopTime m_now;
};

}  // namespace loopscope::loop
