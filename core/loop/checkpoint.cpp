#include "core/loop/checkpoint.h"

namespace loopscope::loop {

Outcome Checkpoint::run() {
  m_drained = 0;
  if (nothing_due()) {
    const Outcome outcome = run_jobs();
    if (outcome == Outcome::kEnded || nothing_due()) return outcome;
  }
  for (;;) {
    if (const Outcome outcome = run_ticks(); outcome != Outcome::kCompleted) return outcome;
    if (const Outcome outcome = run_jobs(); outcome == Outcome::kEnded) return outcome;
    if (!m_ticks.empty()) continue;
    const std::optional<Outcome> reported = m_rejections.report();
    if (!reported) return Outcome::kCompleted;
    if (*reported != Outcome::kCompleted) return *reported;
  }
}

Outcome Checkpoint::run_ticks() {
  if (m_ticks.empty()) return Outcome::kCompleted;
  if (m_log.recording()) m_log.recorder()->drain(m_log.stamp(), Queue::tick, m_ticks.size());
  while (!m_ticks.empty()) {
    const Outcome outcome = m_log.run(m_ticks.pop(), Queue::tick);
    if (outcome != Outcome::kCompleted) return outcome;
    if (count_one() == Outcome::kEnded) return Outcome::kEnded;
  }
  return Outcome::kCompleted;
}

Outcome Checkpoint::run_jobs() {
  // A job that throws (a queueMicrotask callback) does not stop the jobs after it: V8 reports the
  // error and goes on with its queue. A drain asked for by a running job is the outer drain's work.
  if (m_jobs.empty() || m_running_jobs) return Outcome::kCompleted;
  m_running_jobs = true;
  if (m_log.recording()) m_log.recorder()->drain(m_log.stamp(), Queue::microtask, m_jobs.size());
  Outcome outcome = Outcome::kCompleted;
  while (!m_jobs.empty()) {
    outcome = m_log.run(m_jobs.pop(), Queue::microtask);
    if (outcome != Outcome::kEnded) outcome = count_one();
    if (outcome == Outcome::kEnded) break;
  }
  m_running_jobs = false;
  return outcome;
}

Outcome Checkpoint::count_one() {
  if (++m_drained <= m_starvation_limit) return Outcome::kCompleted;
  m_port.starved(m_drained);
  return Outcome::kEnded;
}

}  // namespace loopscope::loop
