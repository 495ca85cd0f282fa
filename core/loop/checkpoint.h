#pragma once

#include "core/loop/fifo.h"
#include "core/loop/rejections.h"
#include "core/loop/task_log.h"

namespace loopscope::loop {

// The nextTick queue, the promise-job (microtask) queue, and the rule by which both are drained.
class Checkpoint {
 public:
  Checkpoint(Port& port, TaskLog& log, uint64_t starvation_limit)
      : m_port(port), m_log(log), m_rejections(port), m_starvation_limit(starvation_limit) {}

  void push_tick(Task task) { m_ticks.push(task); }
  void push_job(Task task) { m_jobs.push(task); }
  Rejections& rejections() { return m_rejections; }

  bool ticks_empty() const { return m_ticks.empty(); }
  bool jobs_empty() const { return m_jobs.empty(); }

  // After every callback the loop makes (Node: InternalCallbackScope::Close, and runNextTicks
  // between two timers or immediates): all ticks, then all jobs, again until both are empty, then
  // unhandled rejections, again until nothing is left. Returns kThrew if a tick threw: what is left
  // then waits for the next checkpoint, as in Node.
  Outcome run();

  // Only the job queue (Node: runMicrotasks), for the places where Node does just that.
  Outcome run_jobs();

 private:
  Outcome run_ticks();
  bool nothing_due() const { return m_ticks.empty() && !m_rejections.anything_to_report(); }
  Outcome count_one();

  Port& m_port;
  TaskLog& m_log;
  Rejections m_rejections;
  Fifo<Task> m_ticks;
  Fifo<Task> m_jobs;
  uint64_t m_starvation_limit;
  uint64_t m_drained = 0;
  bool m_running_jobs = false;
};

}  // namespace loopscope::loop
