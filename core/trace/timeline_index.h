#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/message_table.h"
#include "core/trace/request_table.h"
#include "core/trace/state.h"
#include "core/trace/stream_history.h"
#include "core/trace/stream_names.h"
#include "core/trace/task_table.h"
#include "core/trace/trace.h"

namespace loopscope::trace {

// Finds the state at any step of a trace: from the last keyframe before it, by applying what came
// between. Keyframes stand closer where the state is small, so that together they take memory in
// proportion to the trace, however much is waiting in its queues.
class TimelineIndex {
 public:
  // The trace is not owned, must outlive the index, and may grow: see extend.
  explicit TimelineIndex(const Trace& trace);

  // Takes in the events that came since.
  void extend();

  const Trace& trace() const { return m_trace; }
  const TaskTable& tasks() const { return m_tasks; }
  const StreamTable& streams() const { return m_streams; }
  const StreamNames& stream_names() const { return m_stream_names; }
  const MessageTable& messages() const { return m_messages; }
  const RequestTable& requests() const { return m_requests; }
  const AgentNames& agent_names() const { return m_agent_names; }
  // Events taken in.
  uint64_t size() const { return m_end_step; }

  // The state before the event at that step has happened; at size(), the state at the end.
  State state_at(StepIndex step) const;

 private:
  struct Keyframe {
    uint64_t step = 0;
    State state;
  };

  const Keyframe& last_keyframe_before(uint64_t step) const;

  const Trace& m_trace;
  TaskTable m_tasks;
  StreamTable m_streams;
  StreamNames m_stream_names;
  MessageTable m_messages;
  RequestTable m_requests;
  AgentNames m_agent_names;
  std::vector<Keyframe> m_keyframes;
  State m_end;  // at m_end_step, from which extend() goes on
  uint64_t m_end_step = 0;
};

// A place in a trace and its state, which moves by single steps for little.
class Cursor {
 public:
  explicit Cursor(const TimelineIndex& index) : m_index(index) {}

  StepIndex step() const { return m_step; }
  const State& state() const { return m_state; }
  // Anywhere from 0 to the trace's size.
  void seek(StepIndex step);
  // False, and no move, at the end or the beginning.
  bool forward();
  bool back();

 private:
  const TimelineIndex& m_index;
  StepIndex m_step;
  State m_state;
};

}  // namespace loopscope::trace
