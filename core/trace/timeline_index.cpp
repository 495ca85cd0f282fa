#include "core/trace/timeline_index.h"

#include <algorithm>
#include <cassert>

namespace loopscope::trace {

namespace {

// Events between keyframes: at least so many that an ordinary state is small beside them, and at
// least this part of what the state holds.
constexpr uint64_t kMinSpacing = 256;
constexpr uint64_t kWeightPerSpacing = 4;

// Up to here, going on from where one is costs no more than a keyframe's copy.
constexpr uint64_t kNearSteps = 64;

}  // namespace

TimelineIndex::TimelineIndex(const Trace& trace) : m_trace(trace) {
  m_keyframes.push_back({});
  extend();
}

void TimelineIndex::extend() {
  m_tasks.extend(m_trace);
  m_streams.extend(m_trace);
  m_stream_names.extend(m_trace);
  m_messages.extend(m_trace);
  m_requests.extend(m_trace, m_tasks);
  m_agent_names.extend(m_trace);
  uint64_t next_look = m_keyframes.back().step + kMinSpacing;
  for (; m_end_step < m_trace.size(); ++m_end_step) {
    if (m_end_step >= next_look) {
      const uint64_t spacing = std::max(kMinSpacing, m_end.weight() / kWeightPerSpacing);
      if (m_end_step - m_keyframes.back().step >= spacing)
        m_keyframes.push_back({m_end_step, m_end});
      next_look = m_end_step + kMinSpacing;
    }
    m_end.apply(m_trace, m_tasks, StepIndex{m_end_step});
  }
}

State TimelineIndex::state_at(StepIndex step) const {
  assert(step.value <= m_end_step);
  if (step.value == m_end_step) return m_end;
  const Keyframe& keyframe = last_keyframe_before(step.value);
  State state = keyframe.state;
  for (uint64_t at = keyframe.step; at < step.value; ++at)
    state.apply(m_trace, m_tasks, StepIndex{at});
  return state;
}

const TimelineIndex::Keyframe& TimelineIndex::last_keyframe_before(uint64_t step) const {
  const auto after = std::ranges::upper_bound(m_keyframes, step, {}, &Keyframe::step);
  return *std::prev(after);
}

void Cursor::seek(StepIndex step) {
  assert(step.value <= m_index.size());
  if (step < m_step || step.value - m_step.value > kNearSteps) {
    m_state = m_index.state_at(step);
    m_step = step;
  }
  while (m_step < step) forward();
}

bool Cursor::forward() {
  if (m_step.value >= m_index.size()) return false;
  m_state.apply(m_index.trace(), m_index.tasks(), m_step);
  ++m_step.value;
  return true;
}

bool Cursor::back() {
  if (m_step.value == 0) return false;
  seek(StepIndex{m_step.value - 1});
  return true;
}

}  // namespace loopscope::trace
