#include <algorithm>

#include "core/loop/event_loop.h"
#include "core/loop/phase_scope.h"
#include "core/sim/open_order.h"

// Poll where the order is open. Which requests have completed as poll returns is asked one by one,
// each after the callback of the one before: what a run does cannot tell the difference, and the
// choice need not be made where nothing hangs on it.
namespace loopscope::loop {

using sim::Arrival;
using sim::OpenOrder;
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
  m_port.begin_look();
  const bool is_ready = (m_readiness != nullptr && m_readiness->any()) || is_something_sent();
  const bool blocks = may_block() && !is_ready &&
                      !(m_timer_due && m_clock.at_most(*m_timer_due, m_clock.now(),
                                                       Question::timer_due, m_timers.next_task()));
  if (!blocks) {
    update_time();
    const std::optional<Arrival> first = next_there();
    if (first && run_arrivals(*first) == Outcome::kEnded) return Outcome::kEnded;
    return poll_network();
  }
  const PhaseScope scope(m_log, Phase::poll, 0);
  record_wait(poll_until());
  std::optional<Arrival> first;
  if (!wait_openly(first)) return Outcome::kEnded;
  if (first && run_arrivals(*first) == Outcome::kEnded) return Outcome::kEnded;
  return poll_network();
}

// Whether something is there for certain, so that poll does not wait.
bool EventLoop::is_something_sent() const {
  const sim::Inbox inbox = m_port.inbox();
  return std::any_of(inbox.there.begin(), inbox.there.end(), [this](const sim::Incoming& incoming) {
    return m_open->is_certain(incoming);
  });
}

// Waits for what comes first, and asks the clock. False: nothing will ever come.
bool EventLoop::wait_openly(std::optional<Arrival>& first) {
  const sim::Inbox inbox = m_port.inbox();
  if (inbox.any()) return wait_for_agents(first);
  if (m_open->any_outstanding())
    if (const std::optional<TaskId> task = m_open->first_to_come(m_timer_due))
      first = {{*task, {}}};
  const std::optional<VirtualTime> next = poll_until();
  const bool until_timer = m_timer_due && next == VirtualTime::from_ms(m_timer_due->ms);
  if (first) {
    m_clock.update_after_wait(m_open->earliest(*first));
  } else if (until_timer) {
    m_clock.update_after_wait(m_timer_due);
  } else {
    if (!m_port.wait(next)) return false;
    m_clock.update_after_wait(std::nullopt);
  }
  return true;
}

// The same with others that may send something: it is given what comes first and that has to be
// sent yet, or what does in virtual time is told.
bool EventLoop::wait_for_agents(std::optional<Arrival>& first) {
  bool timer_has_come = false;
  for (;;) {
    if (m_readiness != nullptr && m_readiness->any()) {
      m_clock.update_after_wait(std::nullopt);
      return true;
    }
    const sim::Inbox inbox = m_port.inbox();
    const OpenOrder::Readiness readiness = m_open->readiness(inbox);
    if (readiness == OpenOrder::Readiness::kReady || timer_has_come) {
      const Arrival arrival = m_open->first_to_come(m_timer_due, inbox);
      if (!arrival.nothing())
        first = arrival;
      else if (!m_timer_due)
        return false;  // given, but not possible
      m_clock.update_after_wait(first ? m_open->earliest(*first) : *m_timer_due);
      return true;
    }
    if (readiness == OpenOrder::Readiness::kNothingThere && m_timer_due) {
      const VirtualTime due = VirtualTime::from_ms(m_timer_due->ms);
      const VirtualTime since = m_port.now();
      if (!m_port.wait(due)) return false;
      m_open->note_wait(m_port.now() - since);
      timer_has_come = m_port.now() >= due;
    } else if (!m_port.wait_for_others()) {
      return false;
    }
  }
}

// What had come as the loop looked, and has not been called back.
std::optional<Arrival> EventLoop::next_there() {
  if (!m_port.inbox().any()) {
    if (!m_open->any_outstanding()) return std::nullopt;
    const std::optional<TaskId> task = m_open->next_there(m_clock.now());
    return task ? std::optional<Arrival>({*task, {}}) : std::nullopt;
  }
  for (;;) {
    const sim::Inbox inbox = m_port.inbox();
    if (m_open->readiness(inbox) != OpenOrder::Readiness::kGivenIsToCome) {
      const Arrival arrival = m_open->next_there(m_clock.now(), inbox);
      return arrival.nothing() ? std::nullopt : std::optional(arrival);
    }
    if (!m_port.wait_for_others()) return std::nullopt;
  }
}

// What the network does has times of its own, and is not explored.
Outcome EventLoop::poll_network() {
  if (m_readiness == nullptr || !m_readiness->any()) return Outcome::kCompleted;
  m_open->note_gap("when something comes over the network is not explored");
  m_readiness->look();
  return run_ready_before(std::nullopt);
}

bool EventLoop::network_may_come() const {
  return m_readiness != nullptr && (m_readiness->any() || m_readiness->next_arrival());
}

Outcome EventLoop::run_arrivals(const Arrival& first) {
  for (std::optional<Arrival> next = first; next;) {
    const size_t queued = queued_callbacks();
    if (run_arrival(*next) == Outcome::kEnded) return Outcome::kEnded;
    if (queued_callbacks() != queued) m_open->note_program_code();
    m_open->callback_ended();
    next.reset();
    if (!nothing_can_come_between() || is_something_sent()) next = next_there();
  }
  return Outcome::kCompleted;
}

Outcome EventLoop::run_arrival(const Arrival& arrival) {
  if (arrival.incoming) {
    m_open->take(*arrival.incoming);
    return m_port.receive_first(*arrival.incoming, [this](const Task& task, Queue queue) {
      return make_callback(task, queue);
    });
  }
  m_open->take(arrival.task, m_clock.now(), m_port.now());
  const auto request = m_open_requests.extract(arrival.task);
  return make_callback(request.mapped(), Queue::poll);
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

// What others may send counts as well, also on channels that were opened since the last look.
bool EventLoop::only_timers_wait() const {
  if (m_timers.refed_count() == 0 || !m_immediates.empty() || !m_pending.empty() ||
      !m_closing.empty() || !m_open_requests.empty() || network_may_come())
    return false;
  m_port.begin_look();
  return !m_port.inbox().any();
}

}  // namespace loopscope::loop
