#include "core/lesson/history.h"

#include <algorithm>

namespace loopscope::lesson {

using trace::Phase;
using trace::TaskIndex;
using trace::TaskLife;

History::History(const trace::TimelineIndex& index)
    : m_index(index),
      m_semantics(sim::semantics_named(index.trace().header.semantics)
                      .value_or(*sim::semantics_named(sim::kDefaultSemantics))) {}

std::optional<TaskIndex> History::began_before(StepIndex step) const {
  for (StepIndex at{step.value}; at.value > 0;) {
    --at.value;
    if (trace::is<trace::Start>(trace().at(at)) && of_same_agent(at, step) && tasks().subject(at))
      return tasks().subject(at);
  }
  return std::nullopt;
}

std::optional<TaskIndex> History::began_after(StepIndex step) const {
  for (StepIndex at{step.value + 1}; at.value < m_index.size(); ++at.value)
    if (trace::is<trace::Start>(trace().at(at)) && of_same_agent(at, step) && tasks().subject(at))
      return tasks().subject(at);
  return std::nullopt;
}

VirtualTime History::start_time(TaskIndex index) const {
  return time_of(*task(index).started);
}

uint32_t History::iteration_at(StepIndex step) const {
  for (StepIndex at{step.value + 1}; at.value > 0;) {
    --at.value;
    if (trace::is<trace::Iteration>(trace().at(at)) && of_same_agent(at, step))
      return trace::unpack<trace::Iteration>(trace().at(at)).number;
  }
  return 0;
}

std::optional<Phase> History::phase_at(StepIndex step) const {
  for (StepIndex at{step.value + 1}; at.value > 0;) {
    --at.value;
    const trace::Event& event = trace().at(at);
    if (!of_same_agent(at, step)) continue;
    if (trace::is<trace::PhaseEnter>(event)) return trace::unpack<trace::PhaseEnter>(event).phase;
    if (trace::is<trace::PhaseLeave>(event) || trace::is<trace::Iteration>(event))
      return std::nullopt;
  }
  return std::nullopt;
}

bool History::in_one_phase(StepIndex from, StepIndex to) const {
  for (StepIndex at = from; at < to; ++at.value) {
    const trace::Event& event = trace().at(at);
    if (!of_same_agent(at, from)) continue;
    if (trace::is<trace::PhaseEnter>(event) || trace::is<trace::PhaseLeave>(event) ||
        trace::is<trace::Iteration>(event))
      return false;
  }
  return phase_at(to).has_value();
}

bool History::threw(TaskIndex index) const {
  const TaskLife& life = task(index);
  if (!life.started || !life.ended) return false;
  for (StepIndex at = *life.started; at < *life.ended; ++at.value)
    if (trace::is<trace::Error>(trace().at(at)) && tasks().running(at) == index) return true;
  return false;
}

// A timer is due so many whole milliseconds after the loop's time when it was set.
int64_t History::timer_delay_ms(TaskIndex index) const {
  const TaskLife& timer = task(index);
  return timer.due ? timer.due->ms() - time_of(timer.enqueued).ms() : 0;
}

std::optional<VirtualTime> History::sleep_before(TaskIndex index) const {
  const StepIndex started = *task(index).started;
  for (StepIndex at{started}; at.value > 0;) {
    --at.value;
    const trace::Event& event = trace().at(at);
    if (!of_same_agent(at, started)) continue;
    if (trace::is<trace::Wait>(event)) return time_of(started) - event.time;
    if (trace::is<trace::End>(event) || trace::is<trace::Iteration>(event)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<History::Blocker> History::blocker(VirtualTime from, TaskIndex index) const {
  const VirtualTime until = start_time(index);
  std::optional<Blocker> longest;
  for (std::optional<TaskIndex> other = began_before(*task(index).started); other;
       other = began_before(*task(*other).started)) {
    const VirtualTime began = start_time(*other);
    const VirtualTime ended = task(*other).ended ? time_of(*task(*other).ended) : until;
    if (ended <= from) break;
    const VirtualTime length = std::min(ended, until) - std::max(began, from);
    if (!longest || length > longest->length) longest = Blocker{*other, length};
  }
  return longest;
}

}  // namespace loopscope::lesson
