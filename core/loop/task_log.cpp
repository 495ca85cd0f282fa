#include "core/loop/task_log.h"

namespace loopscope::loop {

Outcome TaskLog::run_recorded(const Task& task, Queue queue) {
  // Nested: a checkpoint inside the main script's evaluation runs tasks while main is still
  // running.
  const TaskId outer = m_running;
  m_running = task.id;
  const VirtualTime started = m_port.now();
  m_recorder->start(stamp(), task.id);
  const Outcome outcome = m_port.run(task, queue);
  m_recorder->end(stamp(), task.id, (m_port.now() - started).ns);
  m_running = outer;
  return outcome;
}

}  // namespace loopscope::loop
