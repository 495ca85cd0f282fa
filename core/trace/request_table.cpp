#include "core/trace/request_table.h"

namespace loopscope::trace {

void RequestTable::extend(const Trace& trace, const TaskTable& tasks) {
  for (; m_seen < trace.events.size(); ++m_seen) {
    const StepIndex step{m_seen};
    const Event& event = trace.events[m_seen];
    if (is<Enqueue>(event))
      inherit(tasks.subject(step), tasks, tasks.running(step));
    else if (is<RequestChange>(event))
      take_in(event, step, tasks.running(step));
  }
}

const RequestLife* RequestTable::find(uint32_t number) const {
  const auto found = m_by_number.find(number);
  return found == m_by_number.end() ? nullptr : &m_requests[found->second];
}

uint32_t RequestTable::request_of(TaskIndex task) const {
  return task && task.value < m_by_task.size() ? m_by_task[task.value] : 0;
}

RequestLife& RequestTable::life_of(uint32_t number) {
  const auto [found, is_new] = m_by_number.try_emplace(number, m_requests.size());
  if (is_new) m_requests.emplace_back().number = number;
  return m_requests[found->second];
}

void RequestTable::work_for(TaskIndex task, uint32_t number) {
  if (!task) return;
  if (m_by_task.size() <= task.value) m_by_task.resize(task.value + size_t{1});
  m_by_task[task.value] = number;
}

// What a task schedules is for the request it works for at that moment.
void RequestTable::inherit(TaskIndex task, const TaskTable& tasks, TaskIndex running) {
  const uint32_t number = request_of(running ? running : tasks.at(task).cause);
  if (number != 0) work_for(task, number);
}

void RequestTable::take_in(const Event& event, StepIndex step, TaskIndex running) {
  const auto change = unpack<RequestChange>(event);
  RequestLife& life = life_of(change.number);
  if (change.connection != 0) life.connection = change.connection;
  if (change.status != 0) life.status = change.status;
  switch (change.op) {
    case RequestOp::send:
      life.sent = step;
      life.client = event.agent;
      life.load = change.load;
      life.text = change.text;
      return;
    case RequestOp::arrive:
      life.arrived = step;
      return;
    case RequestOp::handle:
      life.handled = step;
      life.server = event.agent;
      life.root = running;
      life.handler = change.from;
      life.text = change.text;
      return work_for(running, change.number);
    case RequestOp::head:
      life.head = step;
      return work_for(running, change.number);
    case RequestOp::finish:
      life.finished = step;
      return;
    case RequestOp::receive:
      life.received = step;
      return;
    case RequestOp::fail:
      life.failed = step;
      return;
  }
}

}  // namespace loopscope::trace
