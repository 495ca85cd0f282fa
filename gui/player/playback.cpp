#include "gui/player/playback.h"

#include <algorithm>

namespace loopscope::gui {

VirtualTime Playback::now() const {
  const trace::Trace& trace = m_recording.trace();
  if (m_recording.size() == 0) return {};
  return trace.events[position() == 0 ? 0 : position() - 1].time;
}

const trace::Event* Playback::last_event() const {
  return position() == 0 ? nullptr : &m_recording.trace().events[position() - 1];
}

void Playback::seek(uint64_t position) {
  m_cursor.seek({std::min(position, end())});
}

void Playback::seek_time(VirtualTime time) {
  const auto& events = m_recording.trace().events;
  const auto last = events.begin() + static_cast<std::ptrdiff_t>(end());
  const auto after =
      std::upper_bound(events.begin(), last, time,
                       [](VirtualTime t, const trace::Event& event) { return t < event.time; });
  seek(static_cast<uint64_t>(after - events.begin()));
}

bool Playback::step(Stop stop, Direction direction) {
  const uint64_t before = position();
  const bool forward = direction == Direction::kForward;
  const auto target = forward ? m_recording.landmarks().next(stop, before)
                              : m_recording.landmarks().previous(stop, before);
  seek(target.value_or(forward ? end() : 0));
  return position() != before;
}

bool Playback::run_to_line(const std::set<Breakpoints::Line>& lines, Direction direction) {
  const trace::Trace& trace = m_recording.trace();
  const trace::TaskTable& tasks = m_recording.index().tasks();
  const LineMatcher matcher(trace, lines);
  const auto hit = [&](uint64_t step) {
    const trace::TaskIndex subject = tasks.subject({step});
    const trace::StringId task_location = subject ? tasks.at(subject).location : trace::StringId{};
    return matcher.matches(execution_location(trace.events[step], task_location));
  };
  if (direction == Direction::kForward) {
    for (uint64_t step = position(); step < end(); ++step)
      if (hit(step)) return seek(step + 1), true;
  } else {
    for (uint64_t step = position(); step-- > 1;)
      if (hit(step - 1)) return seek(step), true;
  }
  return false;
}

void Playback::play() {
  if (position() == end()) seek(0);
  m_playing = true;
  m_owed = 1;  // something moves at once
}

bool Playback::advance(double seconds, const Breakpoints& breakpoints, bool ended) {
  if (!m_playing) return false;
  m_owed += seconds * m_events_per_second;
  const auto count = static_cast<uint64_t>(m_owed);
  if (count == 0) return false;
  m_owed -= static_cast<double>(count);
  const uint64_t before = position();
  const uint64_t target = std::min(before + count, end());
  if (!breakpoints.empty() && run_to_line(breakpoints.lines(), Direction::kForward)) {
    if (position() <= target)
      m_playing = false;
    else
      seek(target);
  } else {
    seek(target);
  }
  if (ended && position() == end()) m_playing = false;
  return position() != before;
}

}  // namespace loopscope::gui
