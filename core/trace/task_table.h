#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::trace {

// The position of a task in a TaskTable: tasks count from 0 in the order in which they were put
// into their queues.
struct TaskIndex {
  uint32_t value = std::numeric_limits<uint32_t>::max();
  constexpr auto operator<=>(const TaskIndex&) const = default;
  // Whether it names a task at all.
  constexpr explicit operator bool() const { return value != std::numeric_limits<uint32_t>::max(); }
};

// Where a job of the thread pool is run: until its task is due.
struct PoolPlace {
  uint32_t thread = 0;   // counted from 0
  VirtualTime begins;    // when that thread takes it up
  uint32_t threads = 0;  // that the pool has
};

// One task's whole life. A step that never came is absent.
struct TaskLife {
  TaskId id;
  AgentId agent;
  Queue queue{};
  StringId label;
  StringId location;  // where its code is written
  StringId from;      // the line that scheduled it
  TaskIndex cause;    // the task that scheduled it
  std::optional<VirtualTime> due;
  std::optional<PoolPlace> pool;  // it is the callback of a pool job
  int64_t cpu_ns = 0;
  StepIndex enqueued;
  std::optional<StepIndex> started;
  std::optional<StepIndex> ended;
  std::optional<StepIndex> cancelled;
};

// All tasks of a trace, and which task each event is about.
class TaskTable {
 public:
  // Takes in the events that came since the last call.
  void extend(const Trace& trace);

  std::span<const TaskLife> tasks() const { return m_tasks; }
  const TaskLife& at(TaskIndex index) const { return m_tasks[index.value]; }
  // The task an enqueue, start, end, cancel, job or timer event is about; none for other kinds, and
  // where a trace speaks of a task it never put into a queue.
  TaskIndex subject(StepIndex step) const { return m_subjects[step.value]; }
  // The task that was running at that event; none between tasks.
  TaskIndex running(StepIndex step) const { return m_running[step.value]; }
  // The task of that number, the latest if a trace uses the number again.
  TaskIndex find(AgentId agent, TaskId id) const;

 private:
  TaskIndex take_in(const Event& event, StepIndex step);
  TaskIndex enqueue(const Event& event, StepIndex step);
  TaskIndex find_cause(AgentId agent, TaskId id) const;

  std::vector<TaskLife> m_tasks;
  std::vector<TaskIndex> m_subjects;  // by step
  std::vector<TaskIndex> m_running;   // by step
  std::unordered_map<uint64_t, TaskIndex> m_by_id;
  uint16_t m_last_agent = 0;
};

}  // namespace loopscope::trace
