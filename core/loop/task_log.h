#pragma once

#include <string_view>

#include "core/loop/port.h"

namespace loopscope::loop {

// Hands out task ids and records the life of tasks, with the running task as the cause of whatever
// is recorded meanwhile. Without a recorder it only counts.
class TaskLog {
 public:
  TaskLog(AgentId agent, Port& port, trace::Recorder* recorder)
      : m_agent(agent), m_port(port), m_recorder(recorder) {}

  // Never reused in a run, if it is recorded: a cause may be another agent's task.
  TaskId next_id() { return m_recorder != nullptr ? m_recorder->new_task() : TaskId{++m_last_id}; }

  bool recording() const { return m_recorder != nullptr; }
  trace::Recorder* recorder() const { return m_recorder; }
  TaskId running() const { return m_running; }
  trace::Stamp stamp() { return {m_port.now(), m_agent, m_running}; }

  // Runs the task through the port, between its start and end events.
  Outcome run(const Task& task, Queue queue) {
    if (m_recorder == nullptr) return m_port.run(task, queue);
    return run_recorded(task, queue);
  }

  void cancelled(const Task& task) {
    if (m_recorder != nullptr) m_recorder->cancel(stamp(), task.id);
    m_port.discard(task);
  }

 private:
  Outcome run_recorded(const Task& task, Queue queue);

  AgentId m_agent;
  Port& m_port;
  trace::Recorder* m_recorder;
  TaskId m_running;
  uint32_t m_last_id = 0;
};

}  // namespace loopscope::loop
