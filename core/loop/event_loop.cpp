#include "core/loop/event_loop.h"

#include <algorithm>

namespace loopscope::loop {

using trace::Phase;

// libuv looks again for what became pending during poll, but not without end.
constexpr int kPendingRoundsAfterPoll = 8;

class EventLoop::PhaseScope {
 public:
  PhaseScope(TaskLog& log, Phase phase, size_t queued) : m_log(log), m_phase(phase) {
    if (m_log.recording()) m_log.recorder()->phase(m_log.stamp(), phase, queued);
  }
  ~PhaseScope() {
    if (m_log.recording()) m_log.recorder()->phase_end(m_log.stamp(), m_phase);
  }
  PhaseScope(const PhaseScope&) = delete;
  PhaseScope& operator=(const PhaseScope&) = delete;

 private:
  TaskLog& m_log;
  Phase m_phase;
};

EventLoop::EventLoop(AgentId agent, Port& port, trace::Recorder* recorder,
                     const sim::Semantics& semantics, uint64_t starvation_limit)
    : m_port(port),
      m_semantics(semantics),
      m_clock(port),
      m_log(agent, port, recorder),
      m_checkpoint(port, m_log, starvation_limit),
      m_timers(m_log, m_checkpoint, m_clock, m_semantics),
      m_immediates(m_log, m_checkpoint, m_semantics) {}

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
  if (poll() == Outcome::kEnded) return Outcome::kEnded;
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
  return (m_timer_due_ms && m_timers.refed_count() > 0) || m_immediates.refed_count() > 0 ||
         !m_requests.empty() || !m_pending.empty() || !m_closing.empty() || m_refed_handles > 0;
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
  schedule_timer_from(id, duration_ms, update_time(), task);
}

void EventLoop::schedule_timer_from(TimerId id, int64_t duration_ms, int64_t start_ms,
                                    TaskId task) {
  m_timers.schedule(id, duration_ms, start_ms, task);
  const int64_t due_ms = start_ms + duration_ms;
  if (!m_timer_due_ms || due_ms < *m_timer_due_ms) m_timer_due_ms = due_ms;
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
  if (!m_timer_due_ms || *m_timer_due_ms > now_ms()) return Outcome::kCompleted;
  const PhaseScope scope(m_log, Phase::timers, m_timers.due_count(now_ms()));
  return m_semantics.one_libuv_timer ? run_timer_lists() : run_timer_lists_one_by_one();
}

// Node's RunTimers on its one libuv timer: process the lists, again after a handled throw, then arm
// the timer for what is left.
Outcome EventLoop::run_timer_lists() {
  m_timer_due_ms.reset();
  const int64_t now_ms = update_time();
  Outcome outcome = Outcome::kThrew;
  while (outcome == Outcome::kThrew) outcome = m_timers.process(now_ms);
  if (outcome == Outcome::kEnded) return outcome;
  arm_timer();
  return m_checkpoint.run();
}

// libuv's uv__run_timers over a libuv timer a list (Node: TimerWrap::OnTimeout). Whatever asks the
// clock meanwhile lets more lists come due.
Outcome EventLoop::run_timer_lists_one_by_one() {
  while (!m_timers.empty() && *m_timers.next_expiry_ms() <= now_ms()) {
    const int64_t now_ms = update_time();
    Outcome outcome = Outcome::kThrew;
    while (outcome == Outcome::kThrew) outcome = m_timers.process_first_list(now_ms);
    if (outcome == Outcome::kEnded) return outcome;
    if (m_checkpoint.run() == Outcome::kEnded) return Outcome::kEnded;
  }
  m_timer_due_ms = m_timers.next_expiry_ms();
  return Outcome::kCompleted;
}

void EventLoop::arm_timer() {
  const std::optional<int64_t> expiry_ms = m_timers.next_expiry_ms();
  if (!expiry_ms) {
    m_timer_due_ms.reset();
    return;
  }
  // Node reckons from the cached time: a list that came due meanwhile is due at the next look.
  m_timer_due_ms = *expiry_ms > now_ms() ? *expiry_ms : now_ms() + 1;
}

Outcome EventLoop::run_pending() {
  if (m_pending.empty()) return Outcome::kCompleted;
  const PhaseScope scope(m_log, Phase::pending, m_pending.size());
  return run_detached(std::exchange(m_pending, {}), Queue::pending);
}

Outcome EventLoop::poll() {
  if (may_block()) {
    const std::optional<VirtualTime> until = poll_until();
    if (!until || *until > m_port.now()) {
      const PhaseScope scope(m_log, Phase::poll, 0);
      record_wait(until);
      if (!m_port.wait(until)) return Outcome::kEnded;
      update_time();
      return run_due_requests();
    }
  }
  update_time();
  if (m_requests.empty() || m_requests.begin()->first.first > m_port.now())
    return Outcome::kCompleted;
  const PhaseScope scope(m_log, Phase::poll, m_requests.size());
  return run_due_requests();
}

// libuv's uv__backend_timeout: poll blocks unless something is to be done in this iteration.
bool EventLoop::may_block() const {
  return alive() && m_immediates.refed_count() == 0 && m_pending.empty() && m_closing.empty();
}

std::optional<VirtualTime> EventLoop::poll_until() const {
  std::optional<VirtualTime> until;
  if (m_timer_due_ms) until = VirtualTime::from_ms(*m_timer_due_ms);
  if (!m_requests.empty()) {
    const VirtualTime due = m_requests.begin()->first.first;
    if (!until || due < *until) until = due;
  }
  return until;
}

// What had completed when poll returned; what completes while these run waits for the next
// iteration.
Outcome EventLoop::run_due_requests() {
  std::vector<Task> due;
  const VirtualTime now = m_port.now();
  while (!m_requests.empty() && m_requests.begin()->first.first <= now) {
    due.push_back(m_requests.begin()->second);
    m_requests.erase(m_requests.begin());
  }
  return run_detached(due, Queue::poll);
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
  const char* what = "a message from another agent";
  if (m_timer_due_ms && until == VirtualTime::from_ms(*m_timer_due_ms))
    what = "the next timer";
  else if (!m_requests.empty())
    what = "a request to complete";
  m_log.recorder()->wait(m_log.stamp(), until, m_log.recorder()->intern(what));
}

}  // namespace loopscope::loop
