#include "gui/player/lockstep.h"

#include <algorithm>
#include <optional>

namespace loopscope::gui {
namespace {

int64_t begin_ns(const Playback& run) {
  const auto& events = run.recording().trace().events;
  return events.empty() ? 0 : events.front().time.ns;
}

int64_t elapsed_at(const Playback& run, uint64_t position) {
  const auto& events = run.recording().trace().events;
  if (position == 0 || events.empty()) return 0;
  return events[position - 1].time.ns - begin_ns(run);
}

std::optional<uint64_t> target_of(const Playback& run, Stop stop, Direction direction) {
  const Landmarks& landmarks = run.recording().landmarks();
  return direction == Direction::kForward ? landmarks.next(stop, run.position())
                                          : landmarks.previous(stop, run.position());
}

}  // namespace

int64_t elapsed_ns(const Playback& run) {
  return elapsed_at(run, run.position());
}

bool Lockstep::step(Runs runs, Stop stop, Direction direction) {
  const bool forward = direction == Direction::kForward;
  Playback* nearest = nullptr;
  uint64_t position = 0;
  int64_t time = 0;
  for (Playback* run : runs) {
    const auto target = target_of(*run, stop, direction);
    if (!target) continue;
    const int64_t here = elapsed_at(*run, *target);
    if (nearest != nullptr && (forward ? here >= time : here <= time)) continue;
    nearest = run;
    position = *target;
    time = here;
  }
  if (nearest == nullptr) return false;
  nearest->seek(position);
  // The others take in what happened strictly before, and stay where they are at the same time.
  for (Playback* other : runs) {
    if (other == nearest) continue;
    if (forward ? elapsed_ns(*other) < time : elapsed_ns(*other) > time)
      other->seek_time({begin_ns(*other) + (forward ? time - 1 : time)});
  }
  return true;
}

void Lockstep::seek(Runs runs, int64_t elapsed) {
  for (Playback* run : runs) run->seek_time({begin_ns(*run) + elapsed});
}

void Lockstep::toggle(Runs runs) {
  m_playing = !m_playing;
  if (!m_playing) return;
  m_owed = 1;
  const auto at_end = [](const Playback* run) { return run->position() == run->end(); };
  if (std::ranges::all_of(runs, at_end))
    for (Playback* run : runs) run->seek(0);
}

bool Lockstep::advance(Runs runs, double seconds, double events_per_second) {
  if (!m_playing) return false;
  m_owed += seconds * events_per_second;
  bool moved = false;
  for (; m_owed >= 1; m_owed -= 1) {
    if (!step(runs, Stop::kEvent, Direction::kForward)) {
      m_playing = false;
      break;
    }
    moved = true;
  }
  return moved;
}

}  // namespace loopscope::gui
