#include "core/loop/loop_clock.h"

#include "core/sim/open_order.h"

namespace loopscope::loop {

void LoopClock::update_openly() {
  come_to(m_open->read(m_port.now()));
}

void LoopClock::update_after_wait(std::optional<LoopTime> not_before) {
  come_to(m_open->read_after_wait(m_port.now(), not_before));
}

LoopTime LoopClock::known(int64_t ms) const {
  return m_open == nullptr ? ms : m_open->known(ms);
}

bool LoopClock::at_most_openly(LoopTime a, LoopTime b, Question question, TaskId task, TaskId other,
                               bool settled) const {
  return m_open->at_most(a, b, question, task, other, settled);
}

void LoopClock::come_to(LoopTime time) {
  m_now = time;
  if (const VirtualTime moment = VirtualTime::from_ms(time.ms); moment > m_port.now())
    m_port.pass_until(moment);
}

}  // namespace loopscope::loop
