#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/sim/semantics.h"
#include "core/trace/timeline_index.h"

namespace loopscope::lesson {

// Questions about what happened around a step, which the rules of explanation ask.
class History {
 public:
  explicit History(const trace::TimelineIndex& index);

  const trace::TimelineIndex& index() const { return m_index; }
  const trace::Trace& trace() const { return m_index.trace(); }
  const trace::TaskTable& tasks() const { return m_index.tasks(); }
  const trace::TaskLife& task(trace::TaskIndex index) const { return tasks().at(index); }
  const sim::Semantics& semantics() const { return m_semantics; }

  // The task of the same agent that began last before a step, or first after it.
  std::optional<trace::TaskIndex> began_before(StepIndex step) const;
  std::optional<trace::TaskIndex> began_after(StepIndex step) const;

  VirtualTime time_of(StepIndex step) const { return trace().at(step).time; }
  // Of a task that ran.
  VirtualTime start_time(trace::TaskIndex task) const;

  // The loop's iteration at a step, 0 before its first, and the phase it was in.
  uint32_t iteration_at(StepIndex step) const;
  std::optional<trace::Phase> phase_at(StepIndex step) const;
  // Whether the loop was in one and the same phase all the time between two steps.
  bool in_one_phase(StepIndex from, StepIndex to) const;

  // Whether an error that nobody caught left the task.
  bool threw(trace::TaskIndex task) const;
  // The delay a timer was set with.
  int64_t timer_delay_ms(trace::TaskIndex timer) const;
  // How long the loop slept right before a task began, if it did.
  std::optional<VirtualTime> sleep_before(trace::TaskIndex task) const;
  // The task that ran longest between two moments, the second of which is the beginning of `task`,
  // and for how long.
  struct Blocker {
    trace::TaskIndex task;
    VirtualTime length;
  };
  std::optional<Blocker> blocker(VirtualTime from, trace::TaskIndex task) const;

 private:
  bool of_same_agent(StepIndex a, StepIndex b) const {
    return trace().at(a).agent == trace().at(b).agent;
  }

  const trace::TimelineIndex& m_index;
  sim::Semantics m_semantics;
};

}  // namespace loopscope::lesson
