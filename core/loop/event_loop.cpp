#include "core/loop/event_loop.h"

#include <algorithm>

#include "core/loop/phase_scope.h"
#include "core/sim/open_order.h"

namespace loopscope::loop {

using trace::Phase;

// libuv looks again for what became pending during poll, but not without end.
constexpr int kPendingRoundsAfterPoll = 8;

EventLoop::EventLoop(AgentId agent, Port& port, trace::Recorder* recorder,
                     const sim::Semantics& semantics, uint64_t starvation_limit,
                     sim::OpenOrder* open)
    : m_port(port),
      m_semantics(semantics),
      m_clock(port, open),
      m_log(agent, port, recorder),
      m_checkpoint(port, m_log, starvation_limit),
      m_timers(m_log, m_checkpoint, m_clock, m_semantics),
      m_immediates(m_log, m_checkpoint, m_semantics),
      m_open(open) {}

// libuv's uv_run in default mode. Since libuv 1.45 (Node 20) timers end an iteration, and run once
// before the first, which comes even if those timers left nothing alive; before, they began it.
Outcome EventLoop::run() {
  update_time();
  if (!alive()) return Outcome::kCompleted;
  if (m_semantics.timers_run_last)
    if (run_timers() == Outcome::kEnded) return Outcome::kEnded;
  do {
    if (run_iteration() == Outcome::kEnded) return Outcome::kEnded;
  } while (alive());
  return Outcome::kCompleted;
}

Outcome EventLoop::run_iteration() {
  ++m_iteration;
  if (m_log.recording()) m_log.recorder()->iteration(m_log.stamp(), m_iteration, now_ms());
  if (!m_semantics.timers_run_last) {
    update_time();
    if (run_timers() == Outcome::kEnded) return Outcome::kEnded;
  }
  if (run_pending() == Outcome::kEnded) return Outcome::kEnded;
  // uv__run_idle, uv__run_prepare: no script's work. Node's one idle watcher only keeps poll from
  // blocking while immediates wait; may_block() says so here.
  if ((m_open == nullptr ? poll() : poll_openly()) == Outcome::kEnded) return Outcome::kEnded;
  for (int round = 0; round < kPendingRoundsAfterPoll && !m_pending.empty(); ++round)
    if (run_pending() == Outcome::kEnded) return Outcome::kEnded;
  if (run_check() == Outcome::kEnded) return Outcome::kEnded;
  if (run_closing() == Outcome::kEnded) return Outcome::kEnded;
  if (m_semantics.timers_run_last) {
    update_time();
    if (run_timers() == Outcome::kEnded) return Outcome::kEnded;
  }
  return Outcome::kCompleted;
}

bool EventLoop::alive() const {
  return (m_timer_due && m_timers.refed_count() > 0) || m_immediates.refed_count() > 0 ||
         !m_requests.empty() || !m_open_requests.empty() || !m_pending.empty() ||
         !m_closing.empty() || m_refed_handles > 0;
}

Outcome EventLoop::run_main(const Task& task) {
  const Outcome outcome = m_log.run(task, Queue::main);
  const bool drains = outcome == Outcome::kCompleted || m_semantics.scopes_drain_after_throw;
  return outcome != Outcome::kEnded && drains ? m_checkpoint.run() : outcome;
}

// Node's MakeCallback: after a throw the ticks wait for the next checkpoint.
Outcome EventLoop::make_callback(const Task& task, Queue queue) {
  const Outcome outcome = m_log.run(task, queue);
  return outcome == Outcome::kCompleted ? m_checkpoint.run() : outcome;
}

void EventLoop::schedule_timer(TimerId id, int64_t duration_ms, TaskId task) {
  update_time();
  schedule_timer_from(id, duration_ms, m_clock.now(), task);
}

void EventLoop::schedule_timer_from(TimerId id, int64_t duration_ms, LoopTime start, TaskId task) {
  m_timers.schedule(id, duration_ms, start, task);
  if (m_open != nullptr) m_open->note_reading_by_program();
  const LoopTime due = start.plus(duration_ms);
  if (!m_timer_due ||
      !m_clock.at_most(*m_timer_due, due, Question::timer_order, m_timers.next_task(), task))
    m_timer_due = due;
}

void EventLoop::complete_at(VirtualTime due, Task task) {
  m_requests.emplace(std::pair(due, m_next_request++), task);
}

void EventLoop::defer(Task task) {
  m_pending.push_back(task);
}

void EventLoop::close(Task task) {
  m_closing.push_back(task);
}

Outcome EventLoop::run_timers() {
  // Where nothing else can come first, it does not matter whether poll waits for the timer.
  const bool settled = m_open != nullptr && only_timers_wait();
  if (!m_timer_due || !m_clock.at_most(*m_timer_due, m_clock.now(), Question::timer_due,
                                       m_timers.next_task(), {}, settled))
    return Outcome::kCompleted;
  const PhaseScope scope(m_log, Phase::timers, m_timers.due_count(now_ms()));
  return m_semantics.one_libuv_timer ? run_timer_lists() : run_timer_lists_one_by_one();
}

// Node's RunTimers on its one libuv timer: process the lists, again after a handled throw, then arm
// the timer for what is left.
Outcome EventLoop::run_timer_lists() {
  m_timer_due.reset();
  update_time();
  const LoopTime now = m_clock.now();
  Outcome outcome = Outcome::kThrew;
  while (outcome == Outcome::kThrew) outcome = m_timers.process(now);
  if (outcome == Outcome::kEnded) return outcome;
  arm_timer();
  return m_checkpoint.run();
}

// libuv's uv__run_timers over a libuv timer a list (Node: TimerWrap::OnTimeout). Whatever asks the
// clock meanwhile lets more lists come due.
Outcome EventLoop::run_timer_lists_one_by_one() {
  while (!m_timers.empty() && m_clock.at_most(*m_timers.next_expiry(), m_clock.now(),
                                              Question::timer_due, m_timers.next_task())) {
    update_time();
    const LoopTime now = m_clock.now();
    Outcome outcome = Outcome::kThrew;
    while (outcome == Outcome::kThrew) outcome = m_timers.process_first_list(now);
    if (outcome == Outcome::kEnded) return outcome;
    if (m_checkpoint.run() == Outcome::kEnded) return Outcome::kEnded;
  }
  m_timer_due = m_timers.next_expiry();
  return Outcome::kCompleted;
}

// Node reckons from the cached time: a list that came due meanwhile is due at the next look.
void EventLoop::arm_timer() {
  m_timer_due = m_timers.next_expiry();
  const LoopTime next_look = m_clock.now().plus(1);
  if (m_timer_due &&
      !m_clock.at_most(next_look, *m_timer_due, Question::timer_due, m_timers.next_task()))
    m_timer_due = next_look;
}

Outcome EventLoop::run_pending() {
  if (m_pending.empty()) return Outcome::kCompleted;
  const PhaseScope scope(m_log, Phase::pending, m_pending.size());
  return run_detached(std::exchange(m_pending, {}), Queue::pending);
}

Outcome EventLoop::poll() {
  if (may_block() && !anything_due() && !timer_due()) {
    const PhaseScope scope(m_log, Phase::poll, 0);
    record_wait(poll_until());
    std::optional<VirtualTime> until;
    do {
      until = poll_until();
      if (!m_port.wait(until)) return Outcome::kEnded;
      // What arrived may be of no interest to anybody: then the wait goes on.
    } while (until && *until <= m_port.now() && !anything_due() && !timer_due());
    update_time();
    return run_due();
  }
  update_time();
  if (!anything_due()) return Outcome::kCompleted;
  const PhaseScope scope(m_log, Phase::poll, m_requests.size());
  return run_due();
}

bool EventLoop::anything_due() const {
  return (!m_requests.empty() && m_requests.begin()->first.first <= m_port.now()) ||
         (m_readiness != nullptr && m_readiness->any()) || anything_arrived();
}

bool EventLoop::anything_arrived() const {
  const std::optional<VirtualTime> arrival = m_port.next_arrival();
  return arrival && *arrival <= m_port.now();
}

bool EventLoop::timer_due() const {
  return m_timer_due && VirtualTime::from_ms(m_timer_due->ms) <= m_port.now();
}

// libuv's uv__backend_timeout: poll blocks unless something is to be done in this iteration.
bool EventLoop::may_block() const {
  return alive() && m_immediates.refed_count() == 0 && m_pending.empty() && m_closing.empty();
}

std::optional<VirtualTime> EventLoop::poll_until() const {
  std::optional<VirtualTime> until;
  if (m_timer_due) until = VirtualTime::from_ms(m_timer_due->ms);
  if (!m_requests.empty()) {
    const VirtualTime due = m_requests.begin()->first.first;
    if (!until || due < *until) until = due;
  }
  if (m_readiness != nullptr) {
    const std::optional<VirtualTime> arrival = m_readiness->next_arrival();
    if (arrival && (!until || *arrival < *until)) until = arrival;
  }
  const std::optional<VirtualTime> message = m_port.next_arrival();
  if (message && (!until || *message < *until)) until = message;
  return until;
}

// What had completed or was ready when poll returned, in the order in which it was; what completes
// while these run waits for the next iteration. Then what other agents sent: libuv makes the thread
// pool's handle before any other.
Outcome EventLoop::run_due() {
  std::vector<std::pair<VirtualTime, Task>> due;
  const VirtualTime now = m_port.now();
  m_port.begin_look();
  while (!m_requests.empty() && m_requests.begin()->first.first <= now) {
    due.emplace_back(m_requests.begin()->first.first, m_requests.begin()->second);
    m_requests.erase(m_requests.begin());
  }
  if (m_readiness != nullptr) m_readiness->look();
  for (const auto& [time, task] : due) {
    if (run_ready_before(time) == Outcome::kEnded) return Outcome::kEnded;
    if (make_callback(task, Queue::poll) == Outcome::kEnded) return Outcome::kEnded;
  }
  if (run_ready_before(std::nullopt) == Outcome::kEnded) return Outcome::kEnded;
  if (!anything_arrived()) return Outcome::kCompleted;
  return m_port.receive(
      [this](const Task& task, Queue queue) { return make_callback(task, queue); });
}

// Calls what became ready before `time`, or all that is.
Outcome EventLoop::run_ready_before(std::optional<VirtualTime> time) {
  if (m_readiness == nullptr) return Outcome::kCompleted;
  for (;;) {
    const std::optional<VirtualTime> since = m_readiness->since();
    if (!since || (time && *since >= *time)) return Outcome::kCompleted;
    const std::optional<Task> task = m_readiness->next();
    if (task && make_callback(*task, Queue::poll) == Outcome::kEnded) return Outcome::kEnded;
  }
}

// Node's CheckImmediate. It first runs its own native immediates, whose callback scope (since Node
// 11) drains what a throw in an earlier phase left over.
Outcome EventLoop::run_check() {
  if (m_port.run_native_immediates() == Outcome::kEnded) return Outcome::kEnded;
  if (m_semantics.scopes_drain_after_throw && m_checkpoint.run() == Outcome::kEnded)
    return Outcome::kEnded;
  if (m_immediates.empty()) return Outcome::kCompleted;
  std::optional<PhaseScope> scope;
  if (m_immediates.task_count() != 0) scope.emplace(m_log, Phase::check, m_immediates.task_count());
  Outcome outcome = m_immediates.process();
  while (outcome == Outcome::kThrew && m_immediates.goes_on_after_throw())
    outcome = m_immediates.process();
  return outcome == Outcome::kCompleted ? m_checkpoint.run() : outcome;
}

// uv_close puts handles at the head of the list, so the last closed is called first.
Outcome EventLoop::run_closing() {
  if (m_closing.empty()) return Outcome::kCompleted;
  const PhaseScope scope(m_log, Phase::closing, m_closing.size());
  std::vector<Task> closing = std::exchange(m_closing, {});
  std::reverse(closing.begin(), closing.end());
  return run_detached(closing, Queue::closing);
}

Outcome EventLoop::run_detached(const std::vector<Task>& tasks, Queue queue) {
  for (const Task& task : tasks)
    if (make_callback(task, queue) == Outcome::kEnded) return Outcome::kEnded;
  return Outcome::kCompleted;
}

void EventLoop::record_wait(std::optional<VirtualTime> until) {
  if (!m_log.recording()) return;
  m_log.recorder()->wait(m_log.stamp(), until, m_log.recorder()->intern(awaited(until)));
}

// What ends a wait until then; without a time, what the program is open for.
const char* EventLoop::awaited(std::optional<VirtualTime> until) const {
  constexpr const char* kMessage = "a message from another agent";
  if (m_timer_due && until == VirtualTime::from_ms(m_timer_due->ms)) return "the next timer";
  if (!m_open_requests.empty()) return "a request to complete";
  if (!until) {
    const bool is_open = m_readiness != nullptr && m_readiness->any_open();
    return is_open ? "what comes over the network" : kMessage;
  }
  if (!m_requests.empty() && until == m_requests.begin()->first.first)
    return "a request to complete";
  if (m_readiness != nullptr && m_readiness->next_arrival() == until)
    return "what is on its way over the network";
  return kMessage;
}

}  // namespace loopscope::loop
