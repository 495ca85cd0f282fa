#include "core/trace/task_table.h"

#include <algorithm>

namespace loopscope::trace {

namespace {

uint64_t key_of(AgentId agent, TaskId id) {
  return uint64_t{agent.value} << 32 | id.value;
}

}  // namespace

void TaskTable::extend(const Trace& trace) {
  m_subjects.reserve(trace.events.size());
  m_running.reserve(trace.events.size());
  for (uint64_t step = m_subjects.size(); step < trace.events.size(); ++step) {
    const Event& event = trace.events[step];
    m_running.push_back(event.task ? find(event.agent, event.task) : TaskIndex{});
    m_subjects.push_back(take_in(event, StepIndex{step}));
  }
}

TaskIndex TaskTable::take_in(const Event& event, StepIndex step) {
  switch (event.kind) {
    case kKind<Enqueue>:
      return enqueue(event, step);
    case kKind<Start>: {
      const TaskIndex index = find(event.agent, unpack<Start>(event).id);
      if (index) m_tasks[index.value].started = step;
      return index;
    }
    case kKind<End>: {
      const auto end = unpack<End>(event);
      const TaskIndex index = find(event.agent, end.id);
      if (!index) return index;
      m_tasks[index.value].ended = step;
      m_tasks[index.value].cpu_ns = end.cpu_ns;
      return index;
    }
    case kKind<Cancel>: {
      const TaskIndex index = find(event.agent, unpack<Cancel>(event).id);
      if (index) m_tasks[index.value].cancelled = step;
      return index;
    }
    case kKind<Job>: {
      const auto job = unpack<Job>(event);
      const TaskIndex index = find(event.agent, job.id);
      if (index && job.begins) m_tasks[index.value].pool = {job.thread, *job.begins, job.threads};
      return index;
    }
    case kKind<Timer>:
      return find(event.agent, unpack<Timer>(event).id);
    default:
      return {};
  }
}

TaskIndex TaskTable::enqueue(const Event& event, StepIndex step) {
  const auto enqueued = unpack<Enqueue>(event);
  const TaskIndex index{static_cast<uint32_t>(m_tasks.size())};
  TaskLife life;
  life.id = enqueued.id;
  life.agent = event.agent;
  life.queue = enqueued.queue;
  life.label = enqueued.label;
  life.location = enqueued.location;
  life.from = enqueued.from;
  life.cause = find_cause(event.agent, enqueued.cause);
  life.due = enqueued.due;
  life.enqueued = step;
  m_tasks.push_back(life);
  m_by_id[key_of(event.agent, enqueued.id)] = index;
  m_last_agent = std::max(m_last_agent, event.agent.value);
  return index;
}

TaskIndex TaskTable::find(AgentId agent, TaskId id) const {
  const auto found = m_by_id.find(key_of(agent, id));
  return found == m_by_id.end() ? TaskIndex{} : found->second;
}

// A task can be caused by one of another agent, as a message's is.
TaskIndex TaskTable::find_cause(AgentId agent, TaskId id) const {
  if (!id) return {};
  if (const TaskIndex own = find(agent, id)) return own;
  for (uint32_t other = 0; other <= m_last_agent; ++other) {
    const AgentId candidate{static_cast<uint16_t>(other)};
    if (const TaskIndex found = find(candidate, id)) return found;
  }
  return {};
}

}  // namespace loopscope::trace
