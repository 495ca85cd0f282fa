#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/trace/machine_state.h"
#include "core/trace/sorted_blocks.h"
#include "core/trace/stream_state.h"
#include "core/trace/task_table.h"

namespace loopscope::trace {

// A task waiting in a queue. Those with a due time come in that order, all others as they came;
// what needs no waiting comes before what does.
struct PendingTask {
  std::optional<VirtualTime> due;
  TaskIndex task;
  constexpr auto operator<=>(const PendingTask&) const = default;
};

// An armed timer, from its creation (or refresh) until it fires or is cleared. In order of the
// task.
struct TimerState {
  TaskId task;
  bool repeats = false;
  bool refed = true;
  int64_t delay_ms = 0;
  bool operator==(const TimerState&) const = default;
  friend bool operator<(const TimerState& a, const TimerState& b) { return a.task < b.task; }
  friend bool operator<(const TimerState& a, TaskId b) { return a.task < b; }
  friend bool operator<(TaskId a, const TimerState& b) { return a < b.task; }
};

struct HandleState {
  StringId what;
  bool refed = true;
  bool operator==(const HandleState&) const = default;
};

struct WaitState {
  std::optional<VirtualTime> until;
  StringId what;
  bool operator==(const WaitState&) const = default;
};

// What one agent looks like between two events.
struct AgentState {
  VirtualTime now;  // of its last event
  uint32_t iteration = 0;
  int64_t loop_now_ms = 0;
  std::optional<Phase> phase;
  std::optional<Queue> draining;  // the tick or microtask queue, while it drains
  std::optional<WaitState> wait;
  std::array<SortedBlocks<PendingTask>, kQueueCount> queues;
  std::vector<TaskIndex> running;  // innermost last
  SortedBlocks<TimerState> timers;
  std::map<uint32_t, HandleState> handles;  // by handle number
  Streams streams;
  uint64_t stdout_lines = 0;
  uint64_t stderr_lines = 0;
  int64_t heap_bytes = 0;
  int64_t external_bytes = 0;
  std::optional<StepIndex> limit;  // the event that ended the run
  std::optional<int64_t> exit_code;

  const SortedBlocks<PendingTask>& queue(Queue queue) const {
    return queues[static_cast<size_t>(queue)];
  }
  bool operator==(const AgentState&) const = default;
};

// The state of a whole trace between two events.
class State {
 public:
  // What the event did. Steps must be applied in order.
  void apply(const Trace& trace, const TaskTable& tasks, StepIndex step);

  // By agent number; those that have done something so far.
  const std::map<uint16_t, AgentState>& agents() const { return m_agents; }
  const AgentState* agent(AgentId id) const;
  // What they have in common.
  const MachineState& machine() const { return m_machine; }
  // Things held: what copying the state costs.
  size_t weight() const;

  bool operator==(const State&) const = default;

 private:
  std::map<uint16_t, AgentState> m_agents;
  MachineState m_machine;
};

}  // namespace loopscope::trace
