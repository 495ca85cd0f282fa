#include "core/loop/event_loop.h"
#include "core/loop/phase_scope.h"
#include "core/sim/open_order.h"

// Poll where the order is open. Which requests have completed as poll returns is asked one by one,
// each after the callback of the one before: what a run does cannot tell the difference, and the
// choice need not be made where nothing hangs on it.
namespace loopscope::loop {

using trace::Phase;

void EventLoop::complete_job(Task task, VirtualTime at_least, bool changes) {
  m_open_requests.emplace(task.id, task);
  m_open->begin_job(task.id, at_least.ms(), changes, m_clock.now(), m_port.now());
}

void EventLoop::complete_event(Task task) {
  m_open_requests.emplace(task.id, task);
  m_open->begin_event(task.id, m_clock.now());
}

Outcome EventLoop::poll_openly() {
  m_open->begin_look(m_port.now());
  const bool is_ready = m_readiness != nullptr && m_readiness->any();
  const bool blocks = may_block() && !is_ready &&
                      !(m_timer_due && m_clock.at_most(*m_timer_due, m_clock.now(),
                                                       Question::timer_due, m_timers.next_task()));
  if (!blocks) {
    update_time();
    if (m_open->any_outstanding()) {
      const std::optional<TaskId> first = m_open->next_there(m_clock.now());
      if (first && run_arrivals(*first) == Outcome::kEnded) return Outcome::kEnded;
    }
    return poll_network();
  }
  const PhaseScope scope(m_log, Phase::poll, 0);
  record_wait(poll_until());
  std::optional<TaskId> first;
  if (m_open->any_outstanding()) first = m_open->first_to_come(m_timer_due);
  const std::optional<VirtualTime> next = poll_until();
  const bool until_timer = m_timer_due && next == VirtualTime::from_ms(m_timer_due->ms);
  if (first) {
    m_clock.update_after_wait(m_open->earliest(*first));
    if (run_arrivals(*first) == Outcome::kEnded) return Outcome::kEnded;
  } else if (until_timer) {
    m_clock.update_after_wait(m_timer_due);
  } else {
    if (!m_port.wait(next)) return Outcome::kEnded;
    m_clock.update_after_wait(std::nullopt);
  }
  return poll_network();
}

// What the network does has times of its own, and is not explored.
Outcome EventLoop::poll_network() {
  if (m_readiness == nullptr || !m_readiness->any()) return Outcome::kCompleted;
  m_open->note_unexplored();
  m_readiness->look();
  return run_ready_before(std::nullopt);
}

bool EventLoop::network_may_come() const {
  return m_readiness != nullptr && (m_readiness->any() || m_readiness->next_arrival());
}

Outcome EventLoop::run_arrivals(TaskId first) {
  for (std::optional<TaskId> next = first; next;) {
    m_open->take(*next, m_clock.now(), m_port.now());
    const auto request = m_open_requests.extract(*next);
    const size_t queued = queued_callbacks();
    if (make_callback(request.mapped(), Queue::poll) == Outcome::kEnded) return Outcome::kEnded;
    if (queued_callbacks() != queued) m_open->note_program_code();
    m_open->callback_ended();
    next.reset();
    if (m_open->any_outstanding() && !nothing_can_come_between())
      next = m_open->next_there(m_clock.now());
  }
  return Outcome::kCompleted;
}

// Beside those of requests.
size_t EventLoop::queued_callbacks() const {
  return m_immediates.task_count() + m_pending.size() + m_closing.size() + m_timers.refed_count();
}

// Between this look at the requests and the next, which then finds what this one would have.
bool EventLoop::nothing_can_come_between() const {
  return m_immediates.empty() && m_pending.empty() && m_closing.empty() && !network_may_come() &&
         (!m_timer_due || m_open->is_far(*m_timer_due, m_clock.now()));
}

bool EventLoop::only_timers_wait() const {
  return m_timers.refed_count() > 0 && m_immediates.empty() && m_pending.empty() &&
         m_closing.empty() && m_open_requests.empty() && !network_may_come();
}

}  // namespace loopscope::loop
