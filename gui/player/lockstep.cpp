#include "gui/player/lockstep.h"

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

bool Lockstep::step(const Pair& runs, Stop stop, Direction direction) {
  const bool forward = direction == Direction::kForward;
  std::array<std::optional<uint64_t>, 2> targets;
  std::optional<size_t> nearest;
  for (size_t side = 0; side < 2; ++side) {
    targets[side] = target_of(*runs[side], stop, direction);
    if (!targets[side]) continue;
    if (!nearest) {
      nearest = side;
      continue;
    }
    const int64_t here = elapsed_at(*runs[side], *targets[side]);
    const int64_t there = elapsed_at(*runs[*nearest], *targets[*nearest]);
    if (forward ? here < there : here > there) nearest = side;
  }
  if (!nearest) return false;
  const int64_t time = elapsed_at(*runs[*nearest], *targets[*nearest]);
  runs[*nearest]->seek(*targets[*nearest]);
  Playback& other = *runs[1 - *nearest];
  // The other one takes in what happened strictly before, and stays where it is at the same time.
  if (forward ? elapsed_ns(other) < time : elapsed_ns(other) > time)
    other.seek_time({begin_ns(other) + (forward ? time - 1 : time)});
  return true;
}

void Lockstep::seek(const Pair& runs, int64_t elapsed) {
  for (Playback* run : runs) run->seek_time({begin_ns(*run) + elapsed});
}

void Lockstep::toggle(const Pair& runs) {
  m_playing = !m_playing;
  if (!m_playing) return;
  m_owed = 1;
  if (runs[0]->position() == runs[0]->end() && runs[1]->position() == runs[1]->end())
    for (Playback* run : runs) run->seek(0);
}

bool Lockstep::advance(const Pair& runs, double seconds, double events_per_second) {
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
