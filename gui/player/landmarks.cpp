#include "gui/player/landmarks.h"

#include <algorithm>

namespace loopscope::gui {

using trace::Queue;

void Landmarks::extend(const trace::Trace& trace) {
  for (; m_end < trace.size(); ++m_end) take_in(trace, static_cast<uint32_t>(m_end));
}

void Landmarks::take_in(const trace::Trace& trace, uint32_t step) {
  const trace::Event& event = trace.events[step];
  if (trace::is<trace::Enqueue>(event)) {
    const auto enqueue = trace::unpack<trace::Enqueue>(event);
    if (enqueue.id.value >= m_is_job.size()) m_is_job.resize(size_t{enqueue.id.value} * 2 + 1);
    m_is_job[enqueue.id.value] = enqueue.queue == Queue::tick || enqueue.queue == Queue::microtask;
  } else if (trace::is<trace::Start>(event)) {
    const uint32_t id = trace::unpack<trace::Start>(event).id.value;
    add(Stop::kTask, step);
    if (id < m_is_job.size() && m_is_job[id]) add(Stop::kMicrotask, step);
  } else if (trace::is<trace::Line>(event)) {
    add(Stop::kLine, step);
  } else if (trace::is<trace::PhaseEnter>(event)) {
    add(Stop::kPhase, step);
  } else if (trace::is<trace::Iteration>(event)) {
    add(Stop::kIteration, step);
  } else if (trace::is<trace::Console>(event)) {
    add(Stop::kConsole, step);
  }
}

std::optional<uint64_t> Landmarks::next(Stop stop, uint64_t position) const {
  if (stop == Stop::kEvent) return position < m_end ? std::optional(position + 1) : std::nullopt;
  const std::vector<uint32_t>& events = this->events(stop);
  const auto found = std::lower_bound(events.begin(), events.end(), position);
  if (found == events.end()) return std::nullopt;
  return uint64_t{*found} + 1;
}

std::optional<uint64_t> Landmarks::previous(Stop stop, uint64_t position) const {
  if (position == 0) return std::nullopt;
  if (stop == Stop::kEvent) return position - 1;
  const std::vector<uint32_t>& events = this->events(stop);
  const auto found = std::lower_bound(events.begin(), events.end(), position - 1);
  if (found == events.begin()) return std::nullopt;
  return uint64_t{*std::prev(found)} + 1;
}

}  // namespace loopscope::gui
